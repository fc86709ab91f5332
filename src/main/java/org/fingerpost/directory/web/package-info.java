/** Pages of the directory: for everybody, for organisations through their link, and for the officers who keep it. */
package org.fingerpost.directory.web;
