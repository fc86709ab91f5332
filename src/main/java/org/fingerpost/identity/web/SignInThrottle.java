package org.fingerpost.identity.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever guesses passwords, without locking out a colleague.
 *
 * <p>Three counts of wrong passwords within a quarter of an hour: by address (many accounts from one place), by account at one
 * address (one account from one place), and by account from anywhere (one account from many places). The last one never applies to
 * an address from which that account has signed in before, so guessing at somebody's account from elsewhere does not stop them.
 * Counted per node: with two nodes a guesser has twice the tries, which is still few.
 */
@Component
class SignInThrottle {

  static final int BY_ADDRESS = 30;
  static final int BY_ACCOUNT_AND_ADDRESS = 5;
  static final int BY_ACCOUNT = 20;

  private static final Duration WINDOW = Duration.ofMinutes(15);

  private final Cache<String, AtomicInteger> wrong =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(WINDOW).build();
  private final Cache<String, Boolean> known =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(Duration.ofDays(30)).build();

  boolean refuses(String account, String address) {
    return count("a " + address) >= BY_ADDRESS
        || count("b " + address + ' ' + account) >= BY_ACCOUNT_AND_ADDRESS
        || count("c " + account) >= BY_ACCOUNT && known.getIfPresent(address + ' ' + account) == null;
  }

  void wrong(String account, String address) {
    add("a " + address);
    add("b " + address + ' ' + account);
    add("c " + account);
  }

  void right(String account, String address) {
    known.put(address + ' ' + account, true);
    wrong.invalidate("b " + address + ' ' + account);
  }

  private int count(String key) {
    var counter = wrong.getIfPresent(key);
    return counter == null ? 0 : counter.get();
  }

  private void add(String key) {
    wrong.get(key, absent -> new AtomicInteger()).incrementAndGet();
  }
}
