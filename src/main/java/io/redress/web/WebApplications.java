package io.redress.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Tells Camunda Modeler where the web applications are, so that it can open what it has deployed in Cockpit. */
@RestController
class WebApplications {

    @GetMapping("/.well-known/camunda-automation-platform/webapps")
    Map<String, String> addresses(HttpServletRequest request) {
        String applications = ServletUriComponentsBuilder.fromContextPath(request)
                .path("/camunda/app/")
                .toUriString();
        return Map.of(
                "adminUrl", applications + "admin/",
                "cockpitUrl", applications + "cockpit/",
                "tasklistUrl", applications + "tasklist/");
    }
}
