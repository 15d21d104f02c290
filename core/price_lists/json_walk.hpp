#pragma once

#include "core/price_lists/list_text.hpp"

#include <simdjson.h>

#include <cstddef>
#include <string_view>
#include <utility>

namespace firn::price_lists {

namespace ondemand = simdjson::ondemand;

/// What lies between values of JSON.
inline constexpr std::string_view kJsonBlanks = " \t\r\n";

/// The end of the value that begins at `at`; that of the text when it is not found within the first `most`
/// bytes.
[[nodiscard]] std::size_t end_of_value(std::string_view text, std::size_t at, std::size_t most);

/// The text of a string, as a part of the file where it holds no escapes; of anything else, its token.
[[nodiscard]] std::string_view text_of(ondemand::value value);

/// The name of a field as it stands in the file.
[[nodiscard]] std::string_view raw_text(ondemand::raw_json_string key);

/// Walks through a document of a list's text. A function that returns false has met and reported text that is
/// no JSON or not of the shape of a list; reading ends there.
class JsonWalk {
  public:
    explicit JsonWalk(ListText& text) : text_{text} {}

    /// The place of what does not lie in the text itself.
    [[nodiscard]] std::size_t base() const { return base_; }
    void move_to(std::size_t base) { base_ = base; }

    /// The place of a part of the text.
    [[nodiscard]] std::size_t offset_of(std::string_view part) const { return text_.offset_of(part, base_); }

    /// The document that is being read, which tells where the parser stopped; the one before.
    ondemand::document* read_from(ondemand::document* document) { return std::exchange(document_, document); }
    [[nodiscard]] ondemand::document* document() const { return document_; }

    /// Visits the fields of an object in their order; the visitor returns false to end it.
    template <class Visit>
    bool each_field(ondemand::object object, Visit visit);
    /// The same of a value that must be an object: `what` says of what.
    template <class Visit>
    bool each_field(ondemand::value value, std::string_view what, Visit visit);

    /// What the parser refuses is shown where it stopped; false.
    bool malformed(simdjson::error_code error);
    /// Another value than an object with `what`; false.
    bool unexpected(std::string_view token, std::string_view what);

  private:
    bool truncated();

    ListText& text_;
    std::size_t base_ = 0;
    ondemand::document* document_ = nullptr;
};

template <class Visit>
bool JsonWalk::each_field(ondemand::object object, Visit visit) {
    for (auto entry : object) {
        ondemand::field field;
        if (const auto error = std::move(entry).get(field)) return malformed(error);
        const std::string_view key = raw_text(field.key());
        if (!visit(key, field.value())) return false;
    }
    return true;
}

template <class Visit>
bool JsonWalk::each_field(ondemand::value value, std::string_view what, Visit visit) {
    const std::string_view token = value.raw_json_token();
    ondemand::json_type type{};
    if (const auto error = value.type().get(type)) return malformed(error);
    if (type != ondemand::json_type::object) return unexpected(token, what);
    ondemand::object object;
    if (const auto error = value.get_object().get(object)) return malformed(error);
    return each_field(object, visit);
}

}  // namespace firn::price_lists
