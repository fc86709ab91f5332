/**
 * The kite mark: what an application shows and lacks, what the tables propose, what assessors decide, and the mark that an
 * organisation then holds. Where the mark is used, in the directory, it is only read.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"directory", "notification", "platform", "questionnaire", "scheme"})
package org.fingerpost.kitemark;
