package org.fingerpost.intake;

import java.util.Optional;
import org.fingerpost.identity.ApiKeys;
import org.springframework.stereotype.Component;

/** The keys that were issued to referral sources. */
@Component
class KnownApiKeys implements ApiKeyCheck {

  private final ApiKeys keys;

  KnownApiKeys(ApiKeys keys) {
    this.keys = keys;
  }

  @Override
  public Optional<ApiClient> client(String rawKey) {
    return keys.holderOf(rawKey).map(holder -> new ApiClient(holder.schemeId(), holder.sourceCode()));
  }
}
