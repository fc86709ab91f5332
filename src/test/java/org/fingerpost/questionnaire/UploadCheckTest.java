package org.fingerpost.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.fingerpost.questionnaire.Uploads.deflated;
import static org.fingerpost.questionnaire.Uploads.docx;
import static org.fingerpost.questionnaire.Uploads.odt;
import static org.fingerpost.questionnaire.Uploads.pdf;
import static org.fingerpost.questionnaire.Uploads.zip;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fingerpost.platform.InvalidInput;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which documents are taken and which are not, each made here. */
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class UploadCheckTest {

  private static String refusal(byte[] content) {
    var refused = catchThrowableOfType(InvalidInput.class, () -> UploadCheck.typeOf(content));
    assertThat(refused).as("it should have been refused").isNotNull();
    assertThat(refused.problems().get(0).field()).isEqualTo("file");
    return refused.problems().get(0).messageKey().replace("questionnaire.file.", "");
  }

  @Test
  void the_five_kinds_are_taken() {
    assertThat(UploadCheck.typeOf(pdf(""))).isEqualTo(UploadCheck.PDF);
    assertThat(UploadCheck.typeOf(Uploads.png())).isEqualTo(UploadCheck.PNG);
    assertThat(UploadCheck.typeOf(Uploads.jpeg())).isEqualTo(UploadCheck.JPEG);
    assertThat(UploadCheck.typeOf(docx(Map.of()))).isEqualTo(UploadCheck.DOCX);
    assertThat(UploadCheck.typeOf(odt(Map.of()))).isEqualTo(UploadCheck.ODT);
  }

  @Test
  void nothing_and_too_much_are_refused() {
    assertThat(refusal(new byte[0])).isEqualTo("empty");
    var large = Arrays.copyOf(pdf(""), UploadCheck.LARGEST + 1);
    assertThat(refusal(large)).isEqualTo("tooLarge");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><script>alert(1)</script></html>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
        "MZ\u0090\u0000 a program",
        "GIF89a a picture of another kind",
        "plain words",
        "{\\rtf1 rich text}",
        "%!PS-Adobe-3.0",
        "PK of nothing",
        "#!/bin/sh"
      })
  void other_kinds_are_refused_whatever_they_are_called(String content) {
    assertThat(refusal(content.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo("wrongType");
  }

  @Test
  void old_or_locked_office_documents_are_refused_with_advice() {
    byte[] ole = Arrays.copyOf(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1}, 2048);
    assertThat(refusal(ole)).isEqualTo("oldWord");
  }

  @Test
  void spreadsheets_and_plain_archives_are_refused() {
    assertThat(refusal(zip(Map.of("[Content_Types].xml", Uploads.types("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")))))
        .isEqualTo("wrongType");
    assertThat(refusal(zip(Map.of("notes.txt", "words")))).isEqualTo("wrongType");
    assertThat(refusal(zip(Map.of("mimetype", "application/vnd.oasis.opendocument.spreadsheet")))).isEqualTo("wrongType");
  }

  @Test
  void word_documents_with_macros_are_refused() {
    assertThat(refusal(docx(Map.of("word/vbaProject.bin", "x")))).isEqualTo("macros");
    assertThat(refusal(docx(Map.of("word/VBAPROJECT.BIN", "x")))).isEqualTo("macros");
    assertThat(refusal(zip(Map.of("[Content_Types].xml", Uploads.types("application/vnd.ms-word.document.macroEnabled.main+xml"))))).isEqualTo("macros");
    assertThat(refusal(docx(Map.of("word/activeX/activeX1.xml", "x")))).isEqualTo("macros");
    assertThat(
            refusal(
                docx(
                    Map.of(
                        "word/_rels/settings.xml.rels",
                        "<Relationships><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate\""
                            + " Target=\"https://example.com/t.dotm\" TargetMode=\"External\"/></Relationships>"))))
        .isEqualTo("macros");
  }

  @Test
  void an_ordinary_link_in_a_word_document_does_no_harm() {
    assertThat(
            UploadCheck.typeOf(
                docx(
                    Map.of(
                        "word/_rels/document.xml.rels",
                        "<Relationships><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\""
                            + " Target=\"https://example.org/\" TargetMode=\"External\"/></Relationships>"))))
        .isEqualTo(UploadCheck.DOCX);
  }

  @Test
  void opendocument_texts_with_macros_or_a_password_are_refused() {
    assertThat(refusal(odt(Map.of("Basic/Standard/Module1.xml", "x")))).isEqualTo("macros");
    assertThat(refusal(odt(Map.of("Scripts/python/run.py", "x")))).isEqualTo("macros");
    assertThat(refusal(odt(Map.of("content.xml", "<script:event-listener xlink:href=\"vnd.sun.star.script:x\"/>")))).isEqualTo("macros");
    assertThat(refusal(odt(Map.of("META-INF/manifest.xml", "<manifest:encryption-data/>")))).isEqualTo("password");
  }

  @Test
  void bombs_are_refused_before_they_go_off() {
    assertThat(refusal(docx(Map.of("word/document.xml", "0".repeat(40 * 1024 * 1024))))).as("one entry that grows").isEqualTo("bomb");
    var many = new LinkedHashMap<String, String>();
    for (int i = 0; i < 1100; i++) {
      many.put("word/e" + i + ".xml", "");
    }
    assertThat(refusal(docx(many))).as("very many entries").isEqualTo("bomb");
  }

  @Test
  void archives_in_archives_are_refused() {
    assertThat(refusal(docx(Map.of("word/embeddings/sheet.xlsx", "x")))).isEqualTo("nested");
    assertThat(refusal(docx(Map.of("word/embeddings/oleObject1.bin", "x")))).isEqualTo("nested");
    assertThat(refusal(docx(Map.of("word/media/image1.png", new String(zip(Map.of("a", "b")), StandardCharsets.ISO_8859_1))))).isEqualTo("nested");
  }

  @Test
  void archives_that_tell_two_stories_are_refused() {
    byte[] whole = docx(Map.of());
    assertThat(refusal(Arrays.copyOf(whole, whole.length - 30))).as("cut off").isEqualTo("damaged");
    assertThat(refusal(docx(Map.of("../../etc/passwd", "x")))).isEqualTo("damaged");
    assertThat(refusal(Uploads.hidingInDirectory())).as("listed otherwise than packed").isEqualTo("damaged");
  }

  @Test
  void pdfs_that_could_do_something_are_refused() {
    assertThat(refusal(pdf("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"))).isEqualTo("active");
    assertThat(refusal(pdf("/OpenAction << /S /J#61vaScript >>"))).as("spelled in codes").isEqualTo("active");
    assertThat(refusal(pdf("/AA << /O << /S /Launch /F (calc.exe) >> >>"))).isEqualTo("active");
    assertThat(refusal(pdf("/Names << /EmbeddedFiles 5 0 R >>"))).isEqualTo("active");
    assertThat(refusal(pdf("/X << /Type /ObjStm /Filter /FlateDecode >>\nstream\n" + deflated("<< /S /Launch /F (x) >>") + "\nendstream")))
        .as("packed away")
        .isEqualTo("active");
  }

  @Test
  void locked_pdfs_are_refused() {
    assertThat(refusal(pdf("/Encrypt 9 0 R"))).isEqualTo("password");
  }

  @Test
  void words_in_a_picture_are_no_program() {
    assertThat(UploadCheck.typeOf(pdf("/X << >>\nstream\n/JavaScript /JS (x) /Launch /Encrypt 1 0 R\nendstream"))).isEqualTo(UploadCheck.PDF);
  }

  @Test
  void names_lose_what_means_something_elsewhere_and_end_in_what_the_document_is() {
    assertThat(FillingIn.tidy("C:\\Users\\me\\policy.pdf", UploadCheck.PDF)).isEqualTo("policy.pdf");
    assertThat(FillingIn.tidy("../../policy.exe", UploadCheck.PDF)).isEqualTo("policy.exe.pdf");
    assertThat(FillingIn.tidy("a\"b\r\nSet-Cookie: x\u202Efdp.html", UploadCheck.PDF)).isEqualTo("abSet-Cookie xfdp.html.pdf");
    assertThat(FillingIn.tidy("<script>.jpeg", UploadCheck.JPEG)).isEqualTo("script.jpg");
    assertThat(FillingIn.tidy(null, UploadCheck.ODT)).isEqualTo("document.odt");
    assertThat(FillingIn.tidy("Polisi diogelu ŵ.docx", UploadCheck.DOCX)).isEqualTo("Polisi diogelu ŵ.docx");
  }
}
