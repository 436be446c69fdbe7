package io.redress.site;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sites of the installation, in the order in which their file names them. */
public final class Sites {

    private final Map<String, Site> sites = new LinkedHashMap<>();

    public Sites(List<Site> sites) {
        sites.forEach(site -> {
            if (this.sites.put(site.id(), site) != null) {
                throw new IllegalArgumentException("sites.yaml names the site " + site.id() + " twice");
            }
        });
    }

    /**
     * Reads {@code sites.yaml}: a list of sites.
     *
     * @throws IOException when the file can't be read or isn't such a list; the message names the line
     */
    public static Sites read(InputStream file) throws IOException {
        return new Sites(List.of(JsonMapper.builder(new YAMLFactory())
                .findAndAddModules()
                .build()
                .readValue(file, Site[].class)));
    }

    public Optional<Site> find(String id) {
        return Optional.ofNullable(sites.get(id));
    }

    public List<Site> all() {
        return List.copyOf(sites.values());
    }
}
