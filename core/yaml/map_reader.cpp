#include "core/yaml/map_reader.hpp"

#include "core/diag/did_you_mean.hpp"
#include "core/units/utf8_text.hpp"
#include "core/yaml/decimal_comma.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace firn::yaml {

void Reading::report(Place place, std::size_t length, Diagnostic diagnostic) {
    diagnostic.where = at(place);
    diagnostic.excerpt.length = std::max<std::size_t>(length, 1);
    diagnostics.push_back(std::move(diagnostic));
}

void Reading::report(const Node& node, Diagnostic diagnostic) {
    const std::size_t length = node.kind == Node::Kind::scalar ? count_characters(node.scalar) : 1;
    report(node.place, length, std::move(diagnostic));
}

void Reading::report(const Node& node, QuantityError error) {
    report(node, Diagnostic{.code = std::move(error.code),
                            .what = std::move(error.what),
                            .expected = std::move(error.expected),
                            .remedy = std::move(error.remedy)});
}

Diagnostics Reading::finish() && {
    sort_by_place(diagnostics);
    add_excerpts(diagnostics, document.file, document.text);
    return std::move(diagnostics);
}

std::optional<std::string> scalar_text(const Node& node, Reading& reading) {
    if (node.kind == Node::Kind::scalar) return node.scalar;
    if (node.kind == Node::Kind::null) {
        reading.report(node, Diagnostic{.code = "value-missing",
                                        .what = "there is no value",
                                        .remedy = "write a value, or leave the key out"});
    } else {
        reading.report(node, Diagnostic{.code = "text-expected",
                                        .what = fmt::format("here stands {} where one value is expected",
                                                            to_text(node.kind)),
                                        .remedy = "write one value, without brackets, dashes or keys"});
    }
    return std::nullopt;
}

MapReader::MapReader(const Node& node, Reading& reading, std::string what)
    : node_{node}, reading_{reading}, what_{std::move(what)} {
    if (node.kind == Node::Kind::map) return;
    reading_.report(node, Diagnostic{.code = "map-expected",
                                     .what = fmt::format("{} is {} here", what_, to_text(node.kind)),
                                     .expected = fmt::format("{} as \"key: value\" lines", what_)});
}

const Node* MapReader::find(std::string_view key) {
    known_.emplace_back(key);
    const auto entry = std::find_if(node_.entries.begin(), node_.entries.end(),
                                    [&](const Entry& e) { return e.key == key; });
    return entry == node_.entries.end() ? nullptr : entry->value.get();
}

bool MapReader::has(std::string_view key) { return find(key) != nullptr; }

const Node* MapReader::demand(std::string_view key) {
    const Node* node = find(key);
    if (node == nullptr && node_.kind == Node::Kind::map) {
        reading_.report(node_.place, 1,
                        Diagnostic{.code = "key-missing",
                                   .what = fmt::format("{} lacks \"{}\"", what_, key),
                                   .remedy = fmt::format("add \"{}: ...\"", key)});
    }
    return node;
}

std::optional<std::string> MapReader::scalar_of(const Node& node) { return scalar_text(node, reading_); }

std::optional<std::string> MapReader::read_text(std::string_view key) {
    const Node* node = find(key);
    return node != nullptr ? scalar_of(*node) : std::nullopt;
}

std::optional<std::string> MapReader::require_text(std::string_view key) {
    const Node* node = demand(key);
    return node != nullptr ? scalar_of(*node) : std::nullopt;
}

std::vector<NodePointer> MapReader::read_list(std::string_view key) {
    const Node* node = find(key);
    if (node == nullptr || node->kind == Node::Kind::null) return {};
    if (node->kind == Node::Kind::sequence) return node->items;
    reading_.report(*node, Diagnostic{.code = "list-expected",
                                      .what = fmt::format("\"{}\" is {} here", key, to_text(node->kind)),
                                      .expected = "a list: items that begin with \"- \", or [ ... ]"});
    return {};
}

void MapReader::finish() {
    for (const Entry& entry : node_.entries) {
        if (std::find(known_.begin(), known_.end(), entry.key) != known_.end()) continue;
        const std::string closest = closest_to(entry.key, known_);
        std::vector<std::string> sorted = known_;
        std::sort(sorted.begin(), sorted.end());
        sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
        reading_.report(entry.key_place, count_characters(entry.key),
                        Diagnostic{.code = "key-unknown",
                                   .what = fmt::format("{} has no key \"{}\"", what_, entry.key),
                                   .expected = one_of(sorted),
                                   .remedy = closest.empty() ? decimal_comma_remedy(node_, entry)
                                                             : fmt::format("did you mean \"{}\"?", closest)});
    }
}

}  // namespace firn::yaml
