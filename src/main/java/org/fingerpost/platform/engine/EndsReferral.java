package org.fingerpost.platform.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A delegate that ends a person's referral. No model may reach it by what a table answered alone: a person's task stands before it
 * (UK GDPR, Articles 22A to 22D). The checks of models read this.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface EndsReferral {

  /** Proposed codes with which it may end without a person, because what was asked for has been given. */
  String[] alsoAfter() default {};
}
