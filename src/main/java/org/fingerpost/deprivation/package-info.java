/**
 * How deprived the area of a postcode is: lookups as they were published, imported by managers or administrators. Who is referred from
 * where is not known here.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "platform")
package org.fingerpost.deprivation;
