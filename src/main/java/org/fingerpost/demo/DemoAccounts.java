package org.fingerpost.demo;

import static org.fingerpost.platform.Staff.ADMINISTRATORS;
import static org.fingerpost.platform.Staff.AUDITORS;
import static org.fingerpost.platform.Staff.COMMUNITY_OFFICERS;
import static org.fingerpost.platform.Staff.GRANT_PANEL;
import static org.fingerpost.platform.Staff.KITEMARK_ASSESSORS;
import static org.fingerpost.platform.Staff.LINK_WORKERS;
import static org.fingerpost.platform.Staff.PROGRAMME_MANAGERS;
import static org.fingerpost.platform.Staff.RECORDS_OFFICERS;
import static org.fingerpost.platform.Staff.TEAM_LEADS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fingerpost.identity.ApiKeys;
import org.fingerpost.identity.StaffAccounts;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Staff.Member;
import org.fingerpost.platform.StartRefused;
import org.fingerpost.platform.Tokens;
import org.fingerpost.scheme.Area;
import org.fingerpost.scheme.Scheme;
import org.fingerpost.scheme.Schemes;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The invented staff of the demo, opened once per data directory with random passwords. The passwords and the keys of the schemes'
 * sources are kept in {@code demo-passwords.txt} in the data directory, readable by its owner only.
 */
@Component
@ConditionalOnProperty(name = "fingerpost.demo", havingValue = "true")
class DemoAccounts implements SmartInitializingSingleton {

  private static final String GLOUCESTERSHIRE = "gloucestershire";
  private static final String WALES = "wales";

  private static final List<Member> STAFF =
      List.of(
          new Member("lowri", "Lowri Pugh", List.of(LINK_WORKERS), GLOUCESTERSHIRE, Language.EN),
          new Member("tom", "Tom Achebe", List.of(LINK_WORKERS), GLOUCESTERSHIRE, Language.EN),
          new Member("grace", "Grace Lindqvist", List.of(TEAM_LEADS), GLOUCESTERSHIRE, Language.EN),
          new Member("bronwen", "Bronwen Tudor", List.of(LINK_WORKERS), WALES, Language.CY),
          new Member("priya", "Priya Raman", List.of(PROGRAMME_MANAGERS), null, Language.EN),
          new Member("paul", "Paul Okonkwo", List.of(PROGRAMME_MANAGERS), null, Language.EN),
          new Member("amir", "Amir Haddad", List.of(AUDITORS), null, Language.EN),
          new Member("kit", "Kit Marlowe-Jones", List.of(KITEMARK_ASSESSORS), GLOUCESTERSHIRE, Language.EN),
          new Member("kezia", "Kezia Brandt", List.of(KITEMARK_ASSESSORS), GLOUCESTERSHIRE, Language.EN),
          new Member("gemma", "Gemma Whitlow", List.of(GRANT_PANEL), "east-lancashire", Language.EN),
          new Member("gareth", "Gareth Osei", List.of(GRANT_PANEL), "east-lancashire", Language.EN),
          new Member("gwen", "Gwen Halloran", List.of(GRANT_PANEL), "east-lancashire", Language.EN),
          new Member("olive", "Olive Marchetti", List.of(COMMUNITY_OFFICERS), GLOUCESTERSHIRE, Language.EN),
          new Member("nell", "Nell Farrukh", List.of(COMMUNITY_OFFICERS), "east-lancashire", Language.EN),
          new Member("rhian", "Rhian Castell", List.of(RECORDS_OFFICERS), null, Language.EN),
          new Member("rhys", "Rhys Bevan", List.of(TEAM_LEADS), WALES, Language.CY),
          new Member("imogen", "Imogen Sato", List.of(LINK_WORKERS, TEAM_LEADS), "arts-on-prescription", Language.EN),
          new Member("dev", "Dev Chaudhry", List.of(LINK_WORKERS, TEAM_LEADS), "north-staffordshire", Language.EN),
          new Member("nasreen", "Nasreen Holt", List.of(LINK_WORKERS, TEAM_LEADS), "east-lancashire", Language.EN),
          new Member("ada", "Ada Fenwick", List.of(ADMINISTRATORS), null, Language.EN));

  /** Gloucestershire's two link workers share the county; in the other schemes one looks after every area. */
  private static final Map<String, List<String>> PATCHES =
      Map.of(
          "lowri", List.of("GLOUCESTER", "FOREST_OF_DEAN", "STROUD"),
          "tom", List.of("CHELTENHAM", "COTSWOLD", "TEWKESBURY"));

  /** What each speaks, and who is asked for when a person would like a woman or a man. */
  private static final Map<String, List<String>> LANGUAGES = Map.of("bronwen", List.of("cy", "en"));

  private static final Map<String, String> GENDERS =
      Map.of("lowri", "FEMALE", "tom", "MALE", "bronwen", "FEMALE", "imogen", "FEMALE", "dev", "MALE", "nasreen", "FEMALE");

  /** Weighted; from three quarters of it on others come first. */
  private static final int CAPACITY = 40;

  private final StaffAccounts accounts;
  private final ApiKeys keys;
  private final Schemes schemes;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Path passwordFile;

  DemoAccounts(
      StaffAccounts accounts,
      ApiKeys keys,
      Schemes schemes,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      @Value("${fingerpost.data-directory:data}") Path dataDirectory) {
    this.accounts = accounts;
    this.keys = keys;
    this.schemes = schemes;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.passwordFile = dataDirectory.resolve("demo-passwords.txt");
  }

  @Override
  public void afterSingletonsInstantiated() {
    if (!accounts.none()) {
      return;
    }
    transaction.executeWithoutResult(
        status -> {
          var lines = new ArrayList<String>();
          for (Member member : STAFF) {
            String password = Tokens.random().replaceAll("[-_]", "").substring(0, 16);
            accounts.open(member, password);
            lines.add(member.userId() + ":" + password);
          }
          PATCHES.forEach((worker, patches) -> linkWorker(worker, GLOUCESTERSHIRE, patches));
          for (Member member : STAFF) {
            if (member.holds(LINK_WORKERS) && !PATCHES.containsKey(member.userId())) {
              var everyArea = schemes.get(member.schemeId()).areas().stream().map(Area::code).toList();
              linkWorker(member.userId(), member.schemeId(), everyArea);
            }
          }
          for (Scheme scheme : schemes.all()) {
            scheme.sources().forEach(source -> lines.add(keyLine(scheme, source.code())));
          }
          write(lines);
        });
  }

  private void linkWorker(String userId, String schemeId, List<String> patches) {
    jdbc.sql(
            "insert into link_worker (user_id, scheme_id, capacity, patches, languages, gender) values (?, ?, ?, ?, ?, ?)")
        .params(
            userId,
            schemeId,
            CAPACITY,
            patches.toArray(String[]::new),
            LANGUAGES.getOrDefault(userId, List.of("en")).toArray(String[]::new),
            GENDERS.get(userId))
        .update();
  }

  private String keyLine(Scheme scheme, String sourceCode) {
    String key = keys.issue(new ApiKeys.Holder(scheme.id(), sourceCode));
    return String.join(":", "api", scheme.id(), sourceCode, key);
  }

  /** The last step of the transaction: if the passwords cannot be kept, the accounts are not opened. */
  private void write(List<String> lines) {
    try {
      Files.deleteIfExists(passwordFile);
      if (Files.getFileStore(passwordFile.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
        Files.createFile(
            passwordFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.write(passwordFile, lines, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    } catch (IOException e) {
      throw new StartRefused(
          "The demo's passwords cannot be written to %s.".formatted(passwordFile),
          "Make the data directory writable, or choose another with FINGERPOST_DATA_DIRECTORY.",
          e);
    }
  }

  /** Passwords by user id, for the block that is printed at the end of the start; empty if the file is gone. */
  Map<String, String> passwords() {
    var passwords = new LinkedHashMap<String, String>();
    try {
      if (Files.exists(passwordFile)) {
        for (String line : Files.readAllLines(passwordFile)) {
          String[] parts = line.split(":", 2);
          if (!"api".equals(parts[0])) {
            passwords.put(parts[0], parts[1]);
          }
        }
      }
    } catch (IOException e) {
      return Map.of();
    }
    return passwords;
  }

  Path passwordFile() {
    return passwordFile;
  }
}
