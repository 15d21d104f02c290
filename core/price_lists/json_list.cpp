#include "core/price_lists/json_list.hpp"

#include "core/price_lists/json_product.hpp"
#include "core/price_lists/json_walk.hpp"
#include "core/price_lists/product_intake.hpp"
#include "core/price_lists/rules.hpp"
#include "core/units/utf8_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace firn::price_lists {

namespace {

using ondemand::json_type;
using Value = ondemand::value;

/// One answer to a query is shorter, and so is a page of them; a longer value is taken to be the file's only
/// one, whose end need not be looked for.
constexpr std::size_t kLongestOfMany = std::size_t{4} << 20;

/// What an answer of GetProducts says of one product.
struct Answer {
    bool has_product = false;
    RawProduct product{};
    std::string_view version{};
    std::string_view published{};
    std::vector<ListedPrice> prices{};
};

/// The parts of a list that are wanted, in each shape that lists have in JSON. A function that returns false
/// has met and reported text that is no JSON or not of this shape; reading ends there.
class JsonListReader {
  public:
    JsonListReader(ListText& text, std::size_t readable)
        : text_{text}, readable_{readable}, intake_{text}, walk_{text}, products_{text, walk_} {}

    PriceList read() && {
        std::size_t at = next_visible(0);
        while (at < text_.text().size() && read_value(at))
            at = next_visible(at);
        return std::move(intake_).finish();
    }

  private:
    [[nodiscard]] std::size_t next_visible(std::size_t from) const {
        return std::min(text_.text().find_first_not_of(kJsonBlanks, from), text_.text().size());
    }

    bool read_value(std::size_t& at);
    bool read_document(ondemand::document& document);
    bool read_root(ondemand::object root);
    bool read_bulk_field(std::string_view key, Value value);
    bool read_waiting_terms();
    bool read_products(Value value);
    bool read_terms(Value value);
    bool read_answers(Value value);
    bool read_answers(ondemand::array answers);
    bool read_packed_answer(std::string_view token);
    bool read_answer_field(std::string_view key, Value value, Answer& answer);
    void take(Answer answer);

    bool unknown_offer(std::string_view offer);

    ListText& text_;
    std::size_t readable_;
    ProductIntake intake_;
    JsonWalk walk_;
    JsonProductReader products_;
    bool terms_wait_ = false;                                   ///< they stood before the products
    std::unordered_map<std::string_view, std::size_t> by_sku_;  ///< indices of the products that are kept
    std::string_view offer_;
    std::string_view version_;
    std::string_view published_;
    ondemand::parser parser_;
    ondemand::parser unpacking_;
    ondemand::parser inner_;
};

bool JsonListReader::read_value(std::size_t& at) {
    const std::string_view text = text_.text();
    const std::size_t end = end_of_value(text, at, kLongestOfMany);
    walk_.move_to(at);
    const simdjson::padded_string_view part{text.data() + at, end - at, readable_ - at};
    at = end;
    ondemand::document document;
    walk_.read_from(nullptr);
    if (const auto error = parser_.iterate(part).get(document)) return walk_.malformed(error);
    walk_.read_from(&document);
    const bool read = read_document(document);
    walk_.read_from(nullptr);
    return read && !text_.is_full();
}

bool JsonListReader::read_document(ondemand::document& document) {
    json_type type{};
    if (const auto error = document.type().get(type)) return walk_.malformed(error);
    if (type == json_type::string) {
        std::string_view token;
        if (const auto error = document.raw_json_token().get(token)) return walk_.malformed(error);
        return read_packed_answer(token);
    }
    if (type == json_type::array) {
        ondemand::array answers;
        if (const auto error = document.get_array().get(answers)) return walk_.malformed(error);
        if (!read_answers(answers)) return false;
    } else {
        if (type != json_type::object)
            return walk_.unexpected(text_.text().substr(walk_.base(), 1), "a price list");
        ondemand::object root;
        if (const auto error = document.get_object().get(root)) return walk_.malformed(error);
        if (!read_root(root)) return false;
    }
    const char* behind = nullptr;
    if (document.current_location().get(behind) == simdjson::SUCCESS)
        return walk_.malformed(simdjson::TAPE_ERROR);
    return !terms_wait_ || read_waiting_terms();
}

/// A bulk file, a page of answers, or a single answer.
bool JsonListReader::read_root(ondemand::object root) {
    constexpr std::array<std::string_view, 4> kParts{"products", "terms", "PriceList", "product"};
    Answer answer;
    bool is_known = false;
    const bool read = walk_.each_field(root, [&](std::string_view key, Value value) {
        is_known = is_known || std::find(kParts.begin(), kParts.end(), key) != kParts.end();
        if (key == "product" || answer.has_product) return read_answer_field(key, value, answer);
        return read_bulk_field(key, value);
    });
    if (!read) return false;
    if (answer.has_product) {
        take(std::move(answer));
    } else if (!is_known) {
        text_.report(walk_.base(), 1,
                     {.code = "list-format-unknown",
                      .what = "this JSON has none of the parts of a price list",
                      .expected = "products and terms (a bulk file), or PriceList or product (GetProducts)"});
        return false;
    } else if (!offer_.empty() && !intake_.list().identities.empty()) {
        intake_.identify_again(offer_, version_, published_);
    }
    return true;
}

bool JsonListReader::read_bulk_field(std::string_view key, Value value) {
    if (key == "offerCode") {
        offer_ = text_of(value);
        return is_known_offer(offer_) || unknown_offer(offer_);
    }
    if (key == "version") version_ = text_of(value);
    if (key == "publicationDate") published_ = text_of(value);
    if (key == "NextToken") intake_.list().goes_on = text_of(value) != "null";
    if (key == "PriceList") return read_answers(value);
    if (key == "products") {
        intake_.identify(offer_, version_, published_);
        return read_products(value);
    }
    if (key != "terms") return true;
    terms_wait_ = intake_.list().identities.empty();
    return terms_wait_ || read_terms(value);
}

bool JsonListReader::read_waiting_terms() {
    terms_wait_ = false;
    walk_.document()->rewind();
    ondemand::object root;
    if (const auto error = walk_.document()->get_object().get(root)) return walk_.malformed(error);
    return walk_.each_field(
        root, [&](std::string_view key, Value value) { return key != "terms" || read_terms(value); });
}

bool JsonListReader::read_products(Value value) {
    return walk_.each_field(value, "products, each under its SKU", [&](std::string_view sku, Value product) {
        RawProduct raw{.sku = sku, .offset = walk_.offset_of(sku)};
        if (!products_.read_product(product, raw)) return false;
        if (intake_.take(raw) != nullptr) by_sku_[sku] = intake_.list().products.size() - 1;
        return true;
    });
}

/// {"OnDemand": {SKU: {...}}}
bool JsonListReader::read_terms(Value value) {
    return walk_.each_field(value, "terms", [&](std::string_view kind, Value offers) {
        if (kind != "OnDemand") return true;
        return walk_.each_field(offers, "terms, each under its SKU", [&](std::string_view sku, Value terms) {
            const auto product = by_sku_.find(sku);
            if (product == by_sku_.end()) return true;
            return products_.read_offers(terms, intake_.list().products[product->second].prices);
        });
    });
}

bool JsonListReader::read_answers(Value value) {
    const std::string_view token = value.raw_json_token();
    json_type type{};
    if (const auto error = value.type().get(type)) return walk_.malformed(error);
    if (type != json_type::array) return walk_.unexpected(token, "a list of products");
    ondemand::array answers;
    if (const auto error = value.get_array().get(answers)) return walk_.malformed(error);
    return read_answers(answers);
}

bool JsonListReader::read_answers(ondemand::array answers) {
    for (auto element : answers) {
        Value value;
        if (const auto error = std::move(element).get(value)) return walk_.malformed(error);
        const std::string_view token = value.raw_json_token();
        walk_.move_to(walk_.offset_of(token));
        json_type type{};
        if (const auto error = value.type().get(type)) return walk_.malformed(error);
        if (type == json_type::string) {
            if (!read_packed_answer(token)) return false;
            continue;
        }
        Answer answer;
        const bool read = walk_.each_field(
            value, "a product with its terms",
            [&](std::string_view key, Value part) { return read_answer_field(key, part, answer); });
        if (!read) return false;
        if (!answer.has_product) return walk_.unexpected(token, "a product with its terms");
        take(std::move(answer));
        if (text_.is_full()) return false;
    }
    return true;
}

/// An answer within a string: unpacked first, then read as if it stood there itself.
bool JsonListReader::read_packed_answer(std::string_view token) {
    walk_.move_to(walk_.offset_of(token));
    ondemand::document outer;
    std::string_view unpacked;
    const simdjson::padded_string copy{token};
    if (const auto error = unpacking_.iterate(copy).get(outer)) return walk_.malformed(error);
    if (const auto error = outer.get_string().get(unpacked)) return walk_.malformed(error);
    const simdjson::padded_string text{unpacked};
    ondemand::document document;
    ondemand::document* const around = walk_.read_from(nullptr);
    if (const auto error = inner_.iterate(text).get(document)) return walk_.malformed(error);
    ondemand::object root;
    if (const auto error = document.get_object().get(root)) return walk_.malformed(error);
    Answer answer;
    const bool read = walk_.each_field(
        root, [&](std::string_view key, Value part) { return read_answer_field(key, part, answer); });
    if (!read) return false;
    if (!answer.has_product) return walk_.unexpected(token.substr(0, 1), "a product with its terms");
    take(std::move(answer));
    walk_.read_from(around);
    return !text_.is_full();
}

bool JsonListReader::read_answer_field(std::string_view key, Value value, Answer& answer) {
    if (key == "product") {
        answer.has_product = true;
        answer.product.offset = walk_.offset_of(value.raw_json_token());
        return products_.read_product(value, answer.product);
    }
    if (key == "serviceCode") answer.product.offer = text_of(value);
    if (key == "version") answer.version = text_of(value);
    if (key == "publicationDate") answer.published = text_of(value);
    const bool is_wanted = !answer.has_product || answer.product.offer.empty() ||
                           may_be_wanted(answer.product.offer, answer.product.usage_type);
    if (key != "terms" || !is_wanted) return true;
    return walk_.each_field(value, "terms", [&](std::string_view kind, Value offers) {
        return kind != "OnDemand" || products_.read_offers(offers, answer.prices);
    });
}

void JsonListReader::take(Answer answer) {
    intake_.identify(answer.product.offer, answer.version, answer.published);
    Product* const product = intake_.take(answer.product);
    if (product != nullptr) product->prices = std::move(answer.prices);
}

bool JsonListReader::unknown_offer(std::string_view offer) {
    text_.report(walk_.offset_of(offer), std::max<std::size_t>(offer.size(), 1),
                 {.code = "list-offer-unknown",
                  .what = fmt::format("these are prices of {}", firn::quoted(offer)),
                  .expected = "a list of " + known_offers_text()});
    return false;
}

}  // namespace

PriceList read_json_list(ListText& text, std::size_t readable) {
    return JsonListReader{text, readable}.read();
}

}  // namespace firn::price_lists
