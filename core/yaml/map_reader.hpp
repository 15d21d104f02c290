#pragma once

#include "core/diag/diagnostic.hpp"
#include "core/units/expected.hpp"
#include "core/units/quantity_error.hpp"
#include "core/yaml/document.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace firn::yaml {

/// What the readers of one document share: where it came from, and everything that was wrong with it so far.
struct Reading {
    const Document& document;
    Diagnostics diagnostics;

    [[nodiscard]] SourceLocation at(Place place) const { return {document.file, place.line, place.column}; }

    /// Adds a diagnostic about a node; its excerpt marks the scalar, if it is one. The place is filled in
    /// here.
    void report(const Node& node, Diagnostic diagnostic);
    void report(const Node& node, QuantityError error);
    void report(Place place, std::size_t length, Diagnostic diagnostic);

    /// All diagnostics with their excerpts, in order of place.
    [[nodiscard]] Diagnostics finish() &&;
};

/// Reads one map key by key and knows at the end which keys nobody asked for. Every fault is reported to the
/// Reading; what could not be read is an empty optional, and reading goes on.
///
///     MapReader period{node, reading, "a period"};
///     const auto month = period.require("month", parse_month);
///     const auto out = period.read("transfer_out", parse_byte_amount);
///     period.finish();
class MapReader {
  public:
    /// `what` names the map in messages ("a period"). A node that is no map is reported ("map-expected") and
    /// reads as empty.
    MapReader(const Node& node, Reading& reading, std::string what);

    /// The value of a key, or nullptr when it is absent. The key is known from now on.
    [[nodiscard]] const Node* find(std::string_view key);
    /// As find(); an absent key is reported ("key-missing") at the map.
    [[nodiscard]] const Node* demand(std::string_view key);
    [[nodiscard]] bool has(std::string_view key);

    /// A scalar through one of the parsers of core/units/quantity_text.hpp (or any function of text like
    /// them).
    template <class Parse>
    auto read(std::string_view key, Parse parse) {
        return parsed(find(key), parse);
    }
    template <class Parse>
    auto require(std::string_view key, Parse parse) {
        return parsed(demand(key), parse);
    }
    [[nodiscard]] std::optional<std::string> read_text(std::string_view key);
    [[nodiscard]] std::optional<std::string> require_text(std::string_view key);
    /// The items of a list; an absent key has none, anything but a list is reported ("list-expected").
    [[nodiscard]] std::vector<NodePointer> read_list(std::string_view key);

    /// Reports every key that was not asked for ("key-unknown", with "did you mean"). Call it last.
    void finish();

    [[nodiscard]] const Node& node() const { return node_; }
    [[nodiscard]] Reading& reading() { return reading_; }

  private:
    template <class Parse>
    auto parsed(const Node* node, Parse parse) {
        using Value = std::remove_cvref_t<decltype(parse(std::string_view{}).value())>;
        std::optional<Value> value;
        const std::optional<std::string> text = node != nullptr ? scalar_of(*node) : std::nullopt;
        if (!text) return value;
        auto result = parse(std::string_view{*text});
        if (result) {
            value = std::move(result).value();
        } else {
            reading_.report(*node, std::move(result).error());
        }
        return value;
    }
    std::optional<std::string> scalar_of(const Node& node);

    const Node& node_;
    Reading& reading_;
    std::string what_;
    std::vector<std::string> known_;
};

/// The text of a scalar; anything else is reported ("value-missing" or "text-expected").
[[nodiscard]] std::optional<std::string> scalar_text(const Node& node, Reading& reading);

}  // namespace firn::yaml
