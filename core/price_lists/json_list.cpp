#include "core/price_lists/json_list.hpp"

#include "core/price_lists/listed_price.hpp"
#include "core/price_lists/product_intake.hpp"
#include "core/price_lists/rules.hpp"
#include "core/units/utf8_text.hpp"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace firn::price_lists {

namespace {

namespace ondemand = simdjson::ondemand;
using ondemand::json_type;
using simdjson::error_code;
using Value = ondemand::value;

/// One answer to a query is shorter, and so is a page of them; a longer value is taken to be the file's only
/// one, whose end need not be looked for.
constexpr std::size_t kLongestOfMany = std::size_t{4} << 20;
constexpr std::string_view kBlanks = " \t\r\n";

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
    JsonListReader(ListText& text, std::size_t readable) : text_{text}, readable_{readable}, intake_{text} {}

    PriceList read() && {
        std::size_t at = next_visible(0);
        while (at < text_.text().size() && read_value(at))
            at = next_visible(at);
        return std::move(intake_).finish();
    }

  private:
    [[nodiscard]] std::size_t next_visible(std::size_t from) const {
        return std::min(text_.text().find_first_not_of(kBlanks, from), text_.text().size());
    }

    bool read_value(std::size_t& at);
    bool read_document(ondemand::document& document);
    bool read_root(ondemand::object root);
    bool read_bulk_field(std::string_view key, Value value);
    bool read_waiting_terms();
    bool read_products(Value value);
    bool read_product(Value value, RawProduct& raw);
    bool read_attributes(Value value, RawProduct& raw);
    bool read_terms(Value value);
    bool read_offers_of(Value value, std::vector<ListedPrice>& prices);
    bool read_term(Value value, std::vector<ListedPrice>& prices);
    bool read_dimensions(Value value, std::vector<RawPrice>& raw);
    bool read_dimension(Value value, std::vector<RawPrice>& raw);
    bool read_answers(Value value);
    bool read_answers(ondemand::array answers);
    bool read_packed_answer(std::string_view token);
    bool read_answer_field(std::string_view key, Value value, Answer& answer);
    void take(Answer answer);

    /// Visits the fields of an object in their order; the visitor returns false to end it.
    template <class Visit>
    bool each_field(ondemand::object object, Visit visit);
    template <class Visit>
    bool each_field(Value value, std::string_view what, Visit visit);
    std::string_view text_of(Value value);

    /// What the parser refuses is shown where it stopped.
    bool malformed(error_code error);
    bool truncated();
    bool unexpected(std::string_view token, std::string_view what);
    bool unknown_offer(std::string_view offer);

    ListText& text_;
    std::size_t readable_;
    ProductIntake intake_;
    std::size_t base_ = 0;     ///< the place of what does not lie in the text itself
    bool terms_wait_ = false;  ///< they stood before the products
    std::unordered_map<std::string_view, std::size_t> by_sku_;  ///< indices of the products that are kept
    std::string_view offer_;
    std::string_view version_;
    std::string_view published_;
    ondemand::parser parser_;
    ondemand::parser unpacking_;
    ondemand::parser inner_;
    ondemand::document* document_ = nullptr;  ///< the one that is being read
};

std::string_view raw_text(ondemand::raw_json_string key) {
    const char* const begin = key.raw();
    const char* end = begin;
    while (*end != '"' && *end != '\0')
        end += *end == '\\' && end[1] != '\0' ? 2 : 1;
    return {begin, static_cast<std::size_t>(end - begin)};
}

template <class Visit>
bool JsonListReader::each_field(ondemand::object object, Visit visit) {
    for (auto entry : object) {
        ondemand::field field;
        if (const auto error = std::move(entry).get(field)) return malformed(error);
        const std::string_view key = raw_text(field.key());
        if (!visit(key, field.value())) return false;
    }
    return true;
}

template <class Visit>
bool JsonListReader::each_field(Value value, std::string_view what, Visit visit) {
    const std::string_view token = value.raw_json_token();
    json_type type{};
    if (const auto error = value.type().get(type)) return malformed(error);
    if (type != json_type::object) return unexpected(token, what);
    ondemand::object object;
    if (const auto error = value.get_object().get(object)) return malformed(error);
    return each_field(object, visit);
}

/// The text of a string, as a part of the file where it holds no escapes; of anything else, its token.
std::string_view JsonListReader::text_of(Value value) {
    std::string_view token = value.raw_json_token();
    if (token.empty() || token.front() != '"') return token.substr(0, token.find_last_not_of(kBlanks) + 1);
    token.remove_prefix(1);
    const std::size_t end = token.find_first_of("\"\\");
    if (end < token.size() && token[end] == '"') return token.substr(0, end);
    std::string_view unescaped;
    return value.get_string().get(unescaped) == simdjson::SUCCESS ? unescaped : token;
}

/// The end of the value that begins at `at`; that of the text when it is not found within the first `most`
/// bytes.
std::size_t end_of_value(std::string_view text, std::size_t at, std::size_t most) {
    const std::string_view part = text.substr(at, most);
    std::size_t depth = 0;
    bool in_string = false;
    for (std::size_t i = 0; i < part.size(); ++i) {
        const char c = part[i];
        const bool ends_string = in_string && c == '"';
        if (in_string) {
            if (c == '\\') ++i;
            in_string = !ends_string;
        } else if (c == '"') {
            in_string = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            depth -= depth > 0 ? 1 : 0;
        }
        const bool ends_value = ends_string || c == '}' || c == ']';
        if (depth == 0 && !in_string && ends_value) return at + i + 1;
    }
    return text.size();
}

bool JsonListReader::read_value(std::size_t& at) {
    const std::string_view text = text_.text();
    const std::size_t end = end_of_value(text, at, kLongestOfMany);
    base_ = at;
    const simdjson::padded_string_view part{text.data() + at, end - at, readable_ - at};
    at = end;
    ondemand::document document;
    document_ = nullptr;
    if (const auto error = parser_.iterate(part).get(document)) return malformed(error);
    document_ = &document;
    const bool read = read_document(document);
    document_ = nullptr;
    return read && !text_.is_full();
}

bool JsonListReader::read_document(ondemand::document& document) {
    json_type type{};
    if (const auto error = document.type().get(type)) return malformed(error);
    if (type == json_type::string) {
        std::string_view token;
        if (const auto error = document.raw_json_token().get(token)) return malformed(error);
        return read_packed_answer(token);
    }
    if (type == json_type::array) {
        ondemand::array answers;
        if (const auto error = document.get_array().get(answers)) return malformed(error);
        if (!read_answers(answers)) return false;
    } else {
        if (type != json_type::object) return unexpected(text_.text().substr(base_, 1), "a price list");
        ondemand::object root;
        if (const auto error = document.get_object().get(root)) return malformed(error);
        if (!read_root(root)) return false;
    }
    const char* behind = nullptr;
    if (document.current_location().get(behind) == simdjson::SUCCESS) return malformed(simdjson::TAPE_ERROR);
    return !terms_wait_ || read_waiting_terms();
}

/// A bulk file, a page of answers, or a single answer.
bool JsonListReader::read_root(ondemand::object root) {
    constexpr std::array<std::string_view, 4> kParts{"products", "terms", "PriceList", "product"};
    Answer answer;
    bool is_known = false;
    const bool read = each_field(root, [&](std::string_view key, Value value) {
        is_known = is_known || std::find(kParts.begin(), kParts.end(), key) != kParts.end();
        if (key == "product" || answer.has_product) return read_answer_field(key, value, answer);
        return read_bulk_field(key, value);
    });
    if (!read) return false;
    if (answer.has_product) {
        take(std::move(answer));
    } else if (!is_known) {
        text_.report(base_, 1,
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
    document_->rewind();
    ondemand::object root;
    if (const auto error = document_->get_object().get(root)) return malformed(error);
    return each_field(root,
                      [&](std::string_view key, Value value) { return key != "terms" || read_terms(value); });
}

bool JsonListReader::read_products(Value value) {
    return each_field(value, "products, each under its SKU", [&](std::string_view sku, Value product) {
        RawProduct raw{.sku = sku, .offset = text_.offset_of(sku, base_)};
        if (!read_product(product, raw)) return false;
        if (intake_.take(raw) != nullptr) by_sku_[sku] = intake_.list().products.size() - 1;
        return true;
    });
}

bool JsonListReader::read_product(Value value, RawProduct& raw) {
    return each_field(value, "a product", [&](std::string_view key, Value part) {
        if (key == "sku") raw.sku = text_of(part);
        return key != "attributes" || read_attributes(part, raw);
    });
}

bool JsonListReader::read_attributes(Value value, RawProduct& raw) {
    const std::array<std::pair<std::string_view, std::string_view*>, 11> parts{
        {{"servicecode", &raw.offer},
         {"location", &raw.location},
         {"regionCode", &raw.region},
         {"fromLocation", &raw.from_location},
         {"fromRegionCode", &raw.from_region},
         {"toLocation", &raw.to_location},
         {"transferType", &raw.transfer_type},
         {"volumeType", &raw.volume_type},
         {"usagetype", &raw.usage_type},
         {"operation", &raw.operation}}};
    return each_field(value, "attributes of a product", [&](std::string_view key, Value part) {
        for (const auto& [name, text] : parts) {
            if (name == key && text != nullptr) *text = text_of(part);
        }
        return true;
    });
}

/// {"OnDemand": {SKU: {...}}}
bool JsonListReader::read_terms(Value value) {
    return each_field(value, "terms", [&](std::string_view kind, Value offers) {
        if (kind != "OnDemand") return true;
        return each_field(offers, "terms, each under its SKU", [&](std::string_view sku, Value terms) {
            const auto product = by_sku_.find(sku);
            if (product == by_sku_.end()) return true;
            return read_offers_of(terms, intake_.list().products[product->second].prices);
        });
    });
}

bool JsonListReader::read_offers_of(Value value, std::vector<ListedPrice>& prices) {
    return each_field(value, "the terms of a product",
                      [&](std::string_view, Value term) { return read_term(term, prices); });
}

bool JsonListReader::read_term(Value value, std::vector<ListedPrice>& prices) {
    std::string_view effective;
    std::vector<RawPrice> raw;
    const bool read = each_field(value, "a term", [&](std::string_view key, Value part) {
        if (key == "effectiveDate") effective = text_of(part);
        return key != "priceDimensions" || read_dimensions(part, raw);
    });
    for (RawPrice& one : raw) {
        one.effective = effective;
        if (auto price = parse_price(one, text_)) prices.push_back(std::move(*price));
    }
    return read && !text_.is_full();
}

bool JsonListReader::read_dimensions(Value value, std::vector<RawPrice>& raw) {
    return each_field(value, "prices, each under its rate code",
                      [&](std::string_view, Value dimension) { return read_dimension(dimension, raw); });
}

/// The vendor's guide calls the bounds startingRange and endingRange; its files have the other names.
bool JsonListReader::read_dimension(Value value, std::vector<RawPrice>& raw) {
    RawPrice price{.offset = base_};
    std::vector<std::pair<std::string_view, std::string_view>> amounts;
    const bool read = each_field(value, "a price", [&](std::string_view key, Value part) {
        if (key == "rateCode") price.rate_code = text_of(part);
        if (key == "unit") price.unit = text_of(part);
        if (key == "beginRange" || key == "startingRange") price.begin = text_of(part);
        if (key == "endRange" || key == "endingRange") price.end = text_of(part);
        if (key != "pricePerUnit") return true;
        return each_field(part, "a price in each currency", [&](std::string_view currency, Value amount) {
            amounts.emplace_back(currency, text_of(amount));
            return true;
        });
    });
    for (const auto& [currency, amount] : amounts) {
        price.currency = currency;
        price.price = amount;
        raw.push_back(price);
    }
    return read;
}

bool JsonListReader::read_answers(Value value) {
    const std::string_view token = value.raw_json_token();
    json_type type{};
    if (const auto error = value.type().get(type)) return malformed(error);
    if (type != json_type::array) return unexpected(token, "a list of products");
    ondemand::array answers;
    if (const auto error = value.get_array().get(answers)) return malformed(error);
    return read_answers(answers);
}

bool JsonListReader::read_answers(ondemand::array answers) {
    for (auto element : answers) {
        Value value;
        if (const auto error = std::move(element).get(value)) return malformed(error);
        const std::string_view token = value.raw_json_token();
        base_ = text_.offset_of(token, base_);
        json_type type{};
        if (const auto error = value.type().get(type)) return malformed(error);
        if (type == json_type::string) {
            if (!read_packed_answer(token)) return false;
            continue;
        }
        Answer answer;
        const bool read = each_field(
            value, "a product with its terms",
            [&](std::string_view key, Value part) { return read_answer_field(key, part, answer); });
        if (!read) return false;
        if (!answer.has_product) return unexpected(token, "a product with its terms");
        take(std::move(answer));
        if (text_.is_full()) return false;
    }
    return true;
}

/// An answer within a string: unpacked first, then read as if it stood there itself.
bool JsonListReader::read_packed_answer(std::string_view token) {
    base_ = text_.offset_of(token, base_);
    ondemand::document outer;
    std::string_view unpacked;
    const simdjson::padded_string copy{token};
    if (const auto error = unpacking_.iterate(copy).get(outer)) return malformed(error);
    if (const auto error = outer.get_string().get(unpacked)) return malformed(error);
    const simdjson::padded_string text{unpacked};
    ondemand::document document;
    ondemand::document* const around = std::exchange(document_, nullptr);
    if (const auto error = inner_.iterate(text).get(document)) return malformed(error);
    ondemand::object root;
    if (const auto error = document.get_object().get(root)) return malformed(error);
    Answer answer;
    const bool read = each_field(
        root, [&](std::string_view key, Value part) { return read_answer_field(key, part, answer); });
    if (!read) return false;
    if (!answer.has_product) return unexpected(token.substr(0, 1), "a product with its terms");
    take(std::move(answer));
    document_ = around;
    return !text_.is_full();
}

bool JsonListReader::read_answer_field(std::string_view key, Value value, Answer& answer) {
    if (key == "product") {
        answer.has_product = true;
        answer.product.offset = text_.offset_of(value.raw_json_token(), base_);
        return read_product(value, answer.product);
    }
    if (key == "serviceCode") answer.product.offer = text_of(value);
    if (key == "version") answer.version = text_of(value);
    if (key == "publicationDate") answer.published = text_of(value);
    const bool is_wanted = !answer.has_product || answer.product.offer.empty() ||
                           may_be_wanted(answer.product.offer, answer.product.usage_type);
    if (key != "terms" || !is_wanted) return true;
    return each_field(value, "terms", [&](std::string_view kind, Value offers) {
        return kind != "OnDemand" || read_offers_of(offers, answer.prices);
    });
}

void JsonListReader::take(Answer answer) {
    intake_.identify(answer.product.offer, answer.version, answer.published);
    Product* const product = intake_.take(answer.product);
    if (product != nullptr) product->prices = std::move(answer.prices);
}

bool JsonListReader::malformed(error_code error) {
    if (error == simdjson::UTF8_ERROR) {
        text_.report(find_invalid_utf8(text_.text()).value_or(base_), 1,
                     {.code = "text-not-utf8",
                      .what = "this byte is not part of any character of UTF-8",
                      .expected = "text in UTF-8, as the vendor has it"});
        return false;
    }
    const bool has_no_end =
        error == simdjson::UNCLOSED_STRING || error == simdjson::INCOMPLETE_ARRAY_OR_OBJECT;
    const char* place = nullptr;
    const bool is_placed =
        document_ != nullptr && document_->current_location().get(place) == simdjson::SUCCESS;
    const std::string_view text = text_.text();
    const std::size_t offset = is_placed ? text_.offset_of({place, 0}, base_) : base_;
    const bool is_at_end = document_ != nullptr && (!is_placed || next_visible(offset) + 1 >= text.size());
    if (has_no_end || is_at_end) return truncated();
    text_.report(offset, 1,
                 {.code = "json-malformed",
                  .what = fmt::format("this is no JSON: {}", simdjson::error_message(error)),
                  .expected = "the file as the vendor has it"});
    return false;
}

bool JsonListReader::truncated() {
    const std::string_view text = text_.text();
    text_.report(text.find_last_not_of(kBlanks), 1,
                 {.code = "json-truncated",
                  .what = "the file ends in the middle of its JSON",
                  .expected = "a file that is whole",
                  .remedy = "load it again"});
    return false;
}

bool JsonListReader::unexpected(std::string_view token, std::string_view what) {
    text_.report(text_.offset_of(token, base_), 1,
                 {.code = "list-format-unknown",
                  .what = fmt::format("here stands no object with {}", what),
                  .expected = fmt::format("{}, as price lists have it", what)});
    return false;
}

bool JsonListReader::unknown_offer(std::string_view offer) {
    text_.report(text_.offset_of(offer, base_), std::max<std::size_t>(offer.size(), 1),
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
