package org.fingerpost.referral;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.fingerpost.person.EthnicCategory;
import org.fingerpost.person.StatedSex;
import org.fingerpost.platform.RecordedGroups;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a referral and its person's record tell of the groups somebody belongs to. One statement for many referrals, because past
 * decisions come by the million.
 */
@Component
class GroupsOfReferrals implements RecordedGroups {

  private final JdbcClient database;

  GroupsOfReferrals(JdbcClient database) {
    this.database = database;
  }

  @Override
  @Transactional(readOnly = true)
  public Map<String, Map<By, String>> of(Collection<String> referralIds) {
    var groups = new HashMap<String, Map<By, String>>(referralIds.size() * 2);
    database
        .sql(
            """
            select r.referral_id, r.area_code, r.source_code, p.stated_sex, p.ethnic_category, d.decile,
              extract(year from age((r.received_at at time zone 'Europe/London')::date, p.date_of_birth))::int as age
            from referral r
            left join person p on p.person_id = r.person_id
            left join referral_deprivation d on d.referral_id = r.referral_id
            where r.referral_id = any (?)
            """)
        .param(referralIds.toArray(String[]::new))
        .query(
            row -> {
              var known = new EnumMap<By, String>(By.class);
              put(known, By.AREA, row.getString("area_code"));
              put(known, By.SOURCE, row.getString("source_code"));
              int age = row.getInt("age");
              put(known, By.AGE, row.wasNull() ? null : Age.of(age).name());
              put(known, By.SEX, sex(row.getString("stated_sex")));
              put(known, By.ETHNIC_GROUP, ethnicGroup(row.getString("ethnic_category")));
              put(known, By.DEPRIVATION, row.getString("decile"));
              groups.put(row.getString("referral_id"), known);
            });
    return groups;
  }

  private static String sex(String code) {
    return StatedSex.of(code)
        .map(
            stated ->
                switch (stated) {
                  case FEMALE -> Sex.FEMALE.name();
                  case MALE -> Sex.MALE.name();
                  case NEITHER -> Sex.NEITHER.name();
                  case NOT_STATED -> Sex.NOT_STATED.name();
                  case NOT_KNOWN -> null;
                })
        .orElse(null);
  }

  private static String ethnicGroup(String code) {
    return EthnicCategory.of(code)
        .map(
            category ->
                category == EthnicCategory.NOT_STATED
                    ? EthnicGroup.NOT_STATED.name()
                    : category.group().map(EthnicCategory.Group::name).orElse(null))
        .orElse(null);
  }

  private static void put(Map<By, String> known, By by, String code) {
    if (code != null) {
      known.put(by, code);
    }
  }
}
