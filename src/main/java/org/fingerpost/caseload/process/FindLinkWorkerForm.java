package org.fingerpost.caseload.process;

import jakarta.validation.constraints.NotBlank;

/**
 * The answers of {@code forms/find-link-worker.form}.
 *
 * @param linkWorker user id of the link worker chosen
 */
record FindLinkWorkerForm(@NotBlank(message = "{caseload.form.linkWorker.required}") String linkWorker) {}
