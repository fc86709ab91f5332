package org.fingerpost.platform.engine;

import java.util.List;
import java.util.Optional;
import org.fingerpost.platform.Staff;

/** What the engine may ask about people who sign in: our accounts, read only. */
public interface StaffIdentities {

  Optional<Staff.Member> find(String userId);

  List<Staff.Member> all();

  /** Ids of all schemes: the engine's tenants. */
  List<String> schemeIds();
}
