#include "core/yaml/setting_edit.hpp"

#include "core/yaml/scenario_writer.hpp"
#include "core/yaml/text_spans.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cstddef>
#include <vector>

namespace firn::yaml {

namespace {

constexpr auto kNone = std::string_view::npos;
constexpr std::size_t kIndent = 2;

std::vector<std::string> parts_of(std::string_view path) {
    std::vector<std::string> parts;
    while (!path.empty()) {
        const auto dot = std::min(path.find('.'), path.size());
        parts.emplace_back(path.substr(0, dot));
        path.remove_prefix(std::min(dot + 1, path.size()));
    }
    return parts;
}

const Entry* entry_of(const Node& map, std::string_view key) {
    const auto found = std::find_if(map.entries.begin(), map.entries.end(),
                                    [&](const Entry& entry) { return entry.key == key; });
    return found == map.entries.end() ? nullptr : &*found;
}

/// What a part of a path leads to: the value of a key, or an item by its number.
const Node* child_of(const Node& node, const std::string& part) {
    if (node.kind == Node::Kind::map) {
        const Entry* entry = entry_of(node, part);
        return entry != nullptr ? entry->value.get() : nullptr;
    }
    std::size_t number = 0;
    std::from_chars(part.data(), part.data() + part.size(), number);
    const bool exists = node.kind == Node::Kind::sequence && number >= 1 && number <= node.items.size();
    return exists ? node.items[number - 1].get() : nullptr;
}

/// How far a path leads: to `node`, with `rest` yet to go.
struct Walk {
    const Node* node = nullptr;
    const Node* parent = nullptr;
    std::vector<std::string> rest{};
    std::string last{};  ///< the part that led to `node`
};

Walk walk(const Document& document, std::string_view path) {
    Walk walk{.node = document.root.get(), .parent = nullptr, .rest = parts_of(path), .last = {}};
    while (!walk.rest.empty()) {
        const Node* child = child_of(*walk.node, walk.rest.front());
        if (child == nullptr) break;
        walk.last = walk.rest.front();
        walk.parent = walk.node;
        walk.node = child;
        walk.rest.erase(walk.rest.begin());
    }
    return walk;
}

bool is_flow(const Document& document, const Node& node) {
    const std::size_t begin = offset_of(document.text, node.place);
    return begin < document.text.size() && (document.text[begin] == '{' || document.text[begin] == '[');
}

std::string replaced(std::string text, TextSpan span, std::string_view by) {
    text.replace(span.begin, span.end - span.begin, by);
    return text;
}

/// As a person would write it: "30 s" without quotes, where nothing in it means anything to YAML.
std::string plainly(std::string_view value) {
    const auto is_harmless = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
               std::string_view{" ./%_+-"}.find(c) != kNone;
    };
    const bool is_plain = value.find(' ') != kNone && std::all_of(value.begin(), value.end(), is_harmless) &&
                          std::isalnum(static_cast<unsigned char>(value.front())) != 0 && value.back() != ' ';
    return is_plain ? std::string{value} : scalar_of(value);
}

/// "targets: {at_risk: 5 GB}" of what is left of a path.
std::string flow_text(const std::vector<std::string>& parts, std::string_view value) {
    std::string text = parts.back() + ": " + std::string{value};
    for (std::size_t i = parts.size() - 1; i-- > 0;)
        text = parts[i] + ": {" + text + "}";
    return text;
}

/// The same as lines that are indented.
std::string block_text(const std::vector<std::string>& parts, std::string_view value, std::size_t indent) {
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        text += std::string(indent + i * kIndent, ' ') + parts[i] + ':';
        text += i + 1 < parts.size() ? "\n" : " " + std::string{value} + "\n";
    }
    return text;
}

std::optional<std::string> added_in_flow(const Document& document, const Node& map,
                                         const std::vector<std::string>& parts, std::string_view value) {
    const auto span = bracketed(document.text, offset_of(document.text, map.place));
    if (!span) return std::nullopt;
    const auto last = document.text.find_last_not_of(" \t\r\n", span->end - 2);
    const std::string text = (map.entries.empty() ? "" : ", ") + flow_text(parts, value);
    return replaced(document.text, {last + 1, last + 1}, text);
}

/// Below the last line of the map, where nothing follows in that line.
std::optional<std::string> added_in_block(const Document& document, const Node& map,
                                          const std::vector<std::string>& parts, std::string_view value) {
    if (map.entries.empty()) return std::nullopt;
    std::string text = document.text;
    const Node& last = *map.entries.back().value;
    std::size_t end = offset_of(text, {last_line_of(map), 1});
    if (is_flow(document, last)) {
        const auto span = bracketed(text, offset_of(text, last.place));
        if (!span) return std::nullopt;
        end = span->end;
    }
    end = line_at(text, end).end;
    const std::size_t indent = map.entries.front().key_place.column - 1;
    std::string added = block_text(parts, value, indent);
    if (indent == 0 && parts.size() > 1) added.insert(0, "\n");
    if (end == text.size()) return text + "\n" + added;
    return text.insert(end + 1, added);
}

std::optional<std::string> without_flow_entry(const Document& document, const Entry& entry) {
    const std::string& text = document.text;
    auto value = span_of(text, *entry.value);
    if (!value && entry.value->kind == Node::Kind::map)
        value = bracketed(text, offset_of(text, entry.value->place));
    if (!value) return std::nullopt;
    TextSpan span{offset_of(text, entry.key_place), value->end};
    const auto next = text.find_first_not_of(" \t\r\n", span.end);
    if (next != kNone && text[next] == ',') {
        span.end = std::min(text.find_first_not_of(" \t", next + 1), text.size());
    } else if (const auto before = text.find_last_not_of(" \t\r\n", span.begin - 1);
               before != kNone && text[before] == ',') {
        span.begin = before;
    }
    return replaced(text, span, "");
}

/// From the comment lines directly above a line on.
std::size_t with_comments_above(std::string_view text, std::size_t line_begin) {
    while (line_begin > 0) {
        const TextSpan above = line_at(text, line_begin - 1);
        const auto first = text.find_first_not_of(" \t", above.begin);
        if (first >= above.end || text[first] != '#') break;
        line_begin = above.begin;
    }
    return line_begin;
}

std::optional<std::string> without_block_entry(const Document& document, const Node& map, const Entry& entry,
                                               bool with_comments) {
    const std::string& text = document.text;
    if (map.entries.size() < 2) return std::nullopt;
    const TextSpan first = line_at(text, offset_of(text, entry.key_place));
    // "- key: value": the line begins the item as well.
    if (text.find_first_not_of(" \t", first.begin) != offset_of(text, entry.key_place)) return std::nullopt;
    std::size_t last = offset_of(text, {std::max(entry.key_place.line, last_line_of(*entry.value)), 1});
    if (is_flow(document, *entry.value)) {
        const auto span = bracketed(text, offset_of(text, entry.value->place));
        if (!span) return std::nullopt;
        last = span->end;
    } else if (entry.value->kind == Node::Kind::scalar && !span_of(text, *entry.value)) {
        return std::nullopt;
    }
    const std::size_t end = std::min(line_at(text, last).end + 1, text.size());
    return replaced(text, {with_comments ? with_comments_above(text, first.begin) : first.begin, end}, "");
}

std::optional<std::string> without_entry(const Document& document, const Walk& at, bool with_comments) {
    const Entry* entry = at.parent->kind == Node::Kind::map ? entry_of(*at.parent, at.last) : nullptr;
    if (entry == nullptr) return std::nullopt;
    return is_flow(document, *at.parent) ? without_flow_entry(document, *entry)
                                         : without_block_entry(document, *at.parent, *entry, with_comments);
}

std::string written(const Node& node, std::string_view value) {
    return node.kind == Node::Kind::sequence ? "[" + std::string{value} + "]" : plainly(value);
}

bool begins_by(Place place, Place limit) {
    return place.line < limit.line || (place.line == limit.line && place.column <= limit.column);
}

std::string joined(const std::string& path, const std::string& part) {
    return path.empty() ? part : path + "." + part;
}

std::string path_within(const Node& node, Place place, const std::string& path) {
    if (node.kind == Node::Kind::map) {
        const Entry* last = nullptr;
        for (const Entry& entry : node.entries) {
            if (begins_by(entry.key_place, place)) last = &entry;
        }
        return last == nullptr ? path : path_within(*last->value, place, joined(path, last->key));
    }
    std::size_t last = 0;
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        if (begins_by(node.items[i]->place, place)) last = i + 1;
    }
    return last == 0 ? path : path_within(*node.items[last - 1], place, joined(path, std::to_string(last)));
}

}  // namespace

const Node* stated_at(const Document& document, std::string_view path) {
    const Walk at = walk(document, path);
    return at.rest.empty() ? at.node : nullptr;
}

std::string path_at(const Document& document, Place place) { return path_within(*document.root, place, ""); }

std::optional<std::string> with_setting(const Document& document, std::string_view path,
                                        std::string_view value) {
    const Walk at = walk(document, path);
    if (at.rest.empty() && at.parent != nullptr) {
        if (value.empty()) return without_entry(document, at, false);
        const auto span = span_of(document.text, *at.node);
        if (!span) return std::nullopt;
        return replaced(document.text, *span, written(*at.node, value));
    }
    if (value.empty()) return document.text;
    if (at.node->kind != Node::Kind::map) return std::nullopt;
    return is_flow(document, *at.node) ? added_in_flow(document, *at.node, at.rest, plainly(value))
                                       : added_in_block(document, *at.node, at.rest, plainly(value));
}

std::optional<std::string> without_section(const Document& document, std::string_view path) {
    const Walk at = walk(document, path);
    if (!at.rest.empty() || at.parent == nullptr) return std::nullopt;
    return without_entry(document, at, true);
}

}  // namespace firn::yaml
