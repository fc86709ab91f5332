package org.fingerpost.audit.proof;

import org.fingerpost.audit.proof.log.VerifierKey;

/** The first file that somebody opens who was handed a pack. In both languages, because nobody knows who that is. */
final class PackReadme {

  private PackReadme() {}

  static String text(PackWanted wanted, VerifierKey key) {
    return """
        A PACK OF EVIDENCE FROM FINGERPOST'S AUDIT LOG
        Why it was made: %1$s

        story-en.html, story-en.pdf   what happened, in words
        events.csv                    the entries, for a spreadsheet (do not save it again: its proof is for this form)
        events.ndjson                 the same entries, in the form in which they were hashed
        evidence/                     records of closed cases and files of models that entries are bound to, if there are any
        checkpoint, heads.txt         signed heads of the log (C2SP tlog-checkpoint)
        tile/                         hashes of the whole log (C2SP tlog-tiles); they say nothing about anybody
        files.txt, receipt.json       the list of these files, and the entry of the log that holds its hash
        keys.txt                      public keys of the log

        To check that nothing here was altered, on any computer with Java 17 and without a network:

          java -jar fingerpost.jar audit verify THIS-PACK.zip --key %2$s

        It answers "OK", the size of the log and its root; or it names the first bad entry. Take the key from somebody who noted
        it earlier, not from here. If you kept a signed head from an earlier visit, add --since THAT-FILE: the log must still begin
        with what it was then. To show one entry to somebody on one page:

          java -jar fingerpost.jar audit prove THIS-PACK.zip ENTRY-NUMBER --key %2$s

        What this does not prove: that an entry was true when it was written. It proves that it has not been changed since, that
        none was taken out of its place or put in between, and when, to the hour, it was there.


        PECYN TYSTIOLAETH O LOG ARCHWILIO FINGERPOST
        Pam y cafodd ei wneud: %1$s

        story-cy.html, story-cy.pdf   beth ddigwyddodd, mewn geiriau
        events.csv                    y cofnodion, ar gyfer taenlen (peidiwch â'i chadw eto: mae'r prawf ar gyfer y ffurf hon)
        events.ndjson                 yr un cofnodion, yn y ffurf y cymerwyd eu stwnsh
        evidence/                     cofnodion achosion caeedig a ffeiliau modelau y mae cofnodion yn eu clymu, os oes rhai
        checkpoint, heads.txt         pennau'r log, wedi'u llofnodi (C2SP tlog-checkpoint)
        tile/                         stwnshis y log cyfan (C2SP tlog-tiles); nid ydynt yn dweud dim am neb
        files.txt, receipt.json       rhestr y ffeiliau hyn, a'r cofnod yn y log sy'n dal ei stwnsh
        keys.txt                      allweddi cyhoeddus y log

        I wirio na newidiwyd dim yma, ar unrhyw gyfrifiadur â Java 17 a heb rwydwaith, defnyddiwch yr un gorchymyn ag uchod. Bydd yn
        ateb "OK", maint y log a'i wraidd, neu'n enwi'r cofnod drwg cyntaf. Cymerwch yr allwedd gan rywun a'i nododd ynghynt, nid o'r
        fan hon.

        Nid yw hyn yn profi bod cofnod yn wir pan gafodd ei ysgrifennu. Mae'n profi nad yw wedi newid ers hynny, na chafodd yr un ei
        dynnu o'i le na'i roi i mewn wedyn, a phryd, i'r awr, yr oedd yno.
        """
        .formatted(wanted.reason(), key);
  }
}
