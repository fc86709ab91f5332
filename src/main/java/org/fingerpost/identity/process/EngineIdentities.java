package org.fingerpost.identity.process;

import java.util.List;
import java.util.Optional;
import org.fingerpost.identity.StaffAccounts;
import org.fingerpost.platform.Staff;
import org.fingerpost.platform.engine.StaffIdentities;
import org.springframework.stereotype.Component;

/** Our accounts as the engine may read them. */
@Component
class EngineIdentities implements StaffIdentities {

  private final StaffAccounts accounts;

  EngineIdentities(StaffAccounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public Optional<Staff.Member> find(String userId) {
    return accounts.find(userId);
  }

  @Override
  public List<Staff.Member> all() {
    return accounts.all();
  }

  @Override
  public List<String> schemeIds() {
    return accounts.all().stream()
        .map(Staff.Member::schemeId)
        .filter(java.util.Objects::nonNull)
        .distinct()
        .sorted()
        .toList();
  }
}
