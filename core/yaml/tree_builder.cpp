#include "core/yaml/tree_builder.hpp"

#include "core/units/utf8_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace firn::yaml {

namespace {

/// A small file whose aliases repeat lists of aliases could otherwise keep a reader busy for years.
constexpr std::size_t kMostRepeatedValues = 1'000'000;

std::size_t not_negative(int number) { return static_cast<std::size_t>(std::max(number, 0)); }

}  // namespace

TreeBuilder::TreeBuilder(std::string file, std::string_view text) : file_{std::move(file)}, places_{text} {}

void TreeBuilder::report(Place place, Diagnostic diagnostic, std::size_t length) {
    diagnostic.where = {file_, place.line, place.column};
    diagnostic.excerpt.length = std::max<std::size_t>(length, 1);
    diagnostics_.push_back(std::move(diagnostic));
}

Place TreeBuilder::place_of(const YAML::Mark& mark) {
    return places_.place(not_negative(mark.pos), not_negative(mark.line) + 1, not_negative(mark.column));
}

void TreeBuilder::OnDocumentStart(const YAML::Mark& mark) {
    const std::size_t offset = std::min(not_negative(mark.pos), places_.text().size());
    if (!has_document_) {
        has_document_ = true;
        first_offset_ = offset;
        return;
    }
    // yaml-cpp begins another document, too, where something stands that does not belong to what is above it.
    const std::string_view between = places_.text().substr(first_offset_, offset + 3 - first_offset_);
    const bool separated =
        between.find("\n---") != std::string_view::npos || between.find("\n...") != std::string_view::npos;
    if (separated) {
        report(place_of(mark), {.code = "yaml-two-documents",
                                .what = "a second document begins here",
                                .remedy = "keep one document a file"});
    } else {
        report(place_of(mark),
               {.code = "yaml-malformed",
                .what = "this does not belong to what stands above it",
                .expected = "either \"key: value\" lines or items that begin with \"- \", not both",
                .remedy = "check the indentation of this line and of the one above"});
    }
    throw StopParsing{};
}

void TreeBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
    std::optional<Place> place;
    if (!open_.empty() && open_.back().is_block_list) place = places_.dash_before(not_negative(mark.pos));
    finish(std::make_shared<Node>(Node{.place = place.value_or(place_of(mark))}), anchor, 1);
}

void TreeBuilder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                           const std::string& value) {
    const Place place = place_of(mark);
    const bool is_plain = tag == "?";
    // yaml-cpp 0.7 takes the end of the file for the missing quote.
    if (!is_plain && places_.quote_is_open(not_negative(mark.pos))) {
        report(place, {.code = "yaml-malformed",
                       .what = "the quote that opens here is never closed",
                       .remedy = "add the closing quote"});
    }
    finish(std::make_shared<Node>(Node{.kind = Node::Kind::scalar, .place = place, .scalar = value}), anchor,
           1);
}

void TreeBuilder::OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) {
    const Place place = place_of(mark);
    const auto target = anchors_.find(anchor);
    if (target == anchors_.end()) {
        report(place, {.code = "yaml-malformed",
                       .what = "an alias stands inside the value that it repeats",
                       .remedy = "write the value out instead of the alias"});
        return attach(std::make_shared<Node>(Node{.place = place}), place, 1);
    }
    const auto& [node, values] = target->second;
    repeated_values_ = std::min(kMostRepeatedValues + 1, repeated_values_ + values);
    if (repeated_values_ <= kMostRepeatedValues) return attach(node, place, values);
    if (std::none_of(diagnostics_.begin(), diagnostics_.end(),
                     [](const Diagnostic& d) { return d.code == "yaml-aliases-too-many"; })) {
        report(place,
               {.code = "yaml-aliases-too-many",
                .what = fmt::format("aliases repeat more than {} values up to here", kMostRepeatedValues),
                .remedy = "write the values out, or repeat smaller ones"});
    }
    attach(std::make_shared<Node>(Node{.place = place}), place, 1);
}

void TreeBuilder::OnSequenceStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t anchor,
                                  YAML::EmitterStyle::value style) {
    open({.node = std::make_shared<Node>(Node{.kind = Node::Kind::sequence, .place = place_of(mark)}),
          .anchor = anchor,
          .is_block_list = style == YAML::EmitterStyle::Block});
}

void TreeBuilder::OnMapStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t anchor,
                             YAML::EmitterStyle::value /*style*/) {
    open({.node = std::make_shared<Node>(Node{.kind = Node::Kind::map, .place = place_of(mark)}),
          .anchor = anchor});
}

/// Throws StopParsing where values are nested deeper than any file of ours.
void TreeBuilder::open(OpenNode node) {
    constexpr std::size_t kDeepest = 64;
    if (open_.size() == kDeepest) {
        report(node.node->place,
               {.code = "yaml-malformed",
                .what = fmt::format("lists and maps are nested more than {} deep", kDeepest),
                .remedy = "close the brackets above, or check the indentation"});
        throw StopParsing{};
    }
    open_.push_back(std::move(node));
}

void TreeBuilder::close() {
    OpenNode closed = std::move(open_.back());
    open_.pop_back();
    finish(std::move(closed.node), closed.anchor, closed.values);
}

void TreeBuilder::finish(NodePointer node, YAML::anchor_t anchor, std::size_t values) {
    if (anchor != YAML::NullAnchor) anchors_[anchor] = {node, values};
    const Place place = node->place;
    attach(std::move(node), place, values);
}

void TreeBuilder::attach(NodePointer node, Place place, std::size_t values) {
    if (open_.empty()) {
        root_ = std::move(node);
        return;
    }
    OpenNode& parent = open_.back();
    parent.values += values;
    if (parent.node->kind == Node::Kind::sequence) {
        parent.node->items.push_back(std::move(node));
    } else if (!parent.key) {
        parent.key = PendingKey{key_text(*node, place), place};
    } else {
        add_entry(parent, std::move(node));
    }
}

std::string TreeBuilder::key_text(const Node& node, Place place) {
    if (node.kind == Node::Kind::scalar) return node.scalar;
    report(place, {.code = "yaml-malformed",
                   .what = fmt::format("a key is {} where a word is expected", to_text(node.kind)),
                   .remedy = "write the key as a plain word"});
    return {};
}

void TreeBuilder::add_entry(OpenNode& map, NodePointer value) {
    const PendingKey key = std::move(*map.key);
    map.key.reset();
    const std::size_t length = count_characters(key.text);
    if (key.text == "<<") {
        report(key.place,
               {.code = "yaml-merge-key",
                .what = "the merge key \"<<\" is not part of the YAML that is read here",
                .remedy = "write the keys out, or repeat a whole value with an alias (*name)"},
               length);
    }
    const auto [first, is_new] = map.key_lines.emplace(key.text, key.place.line);
    if (!is_new) {
        report(key.place,
               {.code = "key-repeated",
                .what = fmt::format("the key {} stands here twice, first in line {}", firn::quoted(key.text),
                                    first->second),
                .remedy = "keep one of the two"},
               length);
        return;
    }
    // The parser places a value that is not there at whatever comes next.
    const bool is_elsewhere = value->kind == Node::Kind::null && value->place.line != key.place.line;
    if (is_elsewhere) value = std::make_shared<Node>(Node{.place = key.place});
    map.node->entries.push_back({key.text, key.place, std::move(value)});
}

}  // namespace firn::yaml
