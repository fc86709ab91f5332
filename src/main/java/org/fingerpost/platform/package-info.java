/**
 * The shared kernel: small types that every module speaks (language, actor, audit event, problem with an answer) and, in
 * {@code platform.engine} and {@code platform.database}, the adapters to the workflow engine and the embedded database.
 *
 * <p>Every instant is UTC, every date is a day in Europe/London, every duration a scheme may change comes from a decision table.
 */
@org.springframework.modulith.ApplicationModule(type = org.springframework.modulith.ApplicationModule.Type.OPEN)
package org.fingerpost.platform;
