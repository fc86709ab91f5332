/** The workflow engine's one general adapter: the guard, the front door for task forms, typed variables, decisions, time. */
package org.fingerpost.platform.engine;
