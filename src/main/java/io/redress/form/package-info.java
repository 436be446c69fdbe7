/**
 * What the server knows of a Camunda Form (form-js 1.8.7, as Tasklist 7.24 renders it): its fields, what makes it unfit,
 * and whether what was submitted is what that form may submit.
 */
package io.redress.form;
