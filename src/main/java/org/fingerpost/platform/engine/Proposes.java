package org.fingerpost.platform.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A delegate that asks a table what should happen to a person's referral, and what its variables promise together: where {@link
 * #toConfirm} is false, {@link #goesOn} is true and {@link #proposal} is one of {@link #straightOn}. The checks of models read this.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Proposes {

  /** The variable with the proposed code. */
  String proposal();

  /** The flag that says that a person must confirm. */
  String toConfirm();

  /** The flag that says that the scheme goes on with the person. */
  String goesOn();

  /** The codes that need no confirmation. */
  String[] straightOn();
}
