#include "core/price_lists/csv_list.hpp"

#include "core/price_lists/listed_price.hpp"
#include "core/price_lists/product_intake.hpp"
#include "core/price_lists/rules.hpp"
#include "core/units/utf8_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace firn::price_lists {

namespace {

constexpr std::size_t kAbsent = static_cast<std::size_t>(-1);

/// The columns that are read. Lists have some eighty of them, in an order that has changed.
enum class Column {
    sku,
    rate_code,
    term_type,
    effective,
    begin,
    end,
    unit,
    price,
    currency,
    offer,
    location,
    region,
    from_location,
    from_region,
    to_location,
    transfer_type,
    volume_type,
    usage_type,
    operation,
};

struct NamedColumn {
    Column column;
    std::string_view name;  ///< without capitals
    bool is_required = false;
};

constexpr auto kColumns = std::to_array<NamedColumn>({
    {Column::sku, "sku", true},
    {Column::rate_code, "ratecode"},
    {Column::term_type, "termtype"},
    {Column::effective, "effectivedate", true},
    {Column::begin, "startingrange", true},
    {Column::end, "endingrange", true},
    {Column::unit, "unit", true},
    {Column::price, "priceperunit", true},
    {Column::currency, "currency", true},
    {Column::offer, "servicecode"},
    {Column::location, "location"},
    {Column::region, "region code"},
    {Column::from_location, "from location"},
    {Column::from_region, "from region code"},
    {Column::to_location, "to location"},
    {Column::transfer_type, "transfer type"},
    {Column::volume_type, "volume type"},
    {Column::usage_type, "usagetype", true},
    {Column::operation, "operation"},
});

std::string without_capitals(std::string_view text) {
    std::string lower{text};
    for (char& c : lower)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return lower;
}

/// Where the quoted field that the text begins with is closed; a doubled quote is part of it.
std::size_t closing_quote(std::string_view text) {
    std::size_t close = text.find('"', 1);
    while (close != std::string_view::npos && close + 1 < text.size() && text[close + 1] == '"')
        close = text.find('"', close + 2);
    return close;
}

enum class LineFault { none, quote_not_closed, text_behind_quote };

/// Cuts a line into its fields, quotes removed; what a doubled quote stands in stays as it is.
LineFault split(std::string_view line, std::vector<std::string_view>& fields) {
    fields.clear();
    for (;;) {
        std::size_t end = line.find(',');
        if (!line.empty() && line.front() == '"') {
            const std::size_t close = closing_quote(line);
            if (close == std::string_view::npos) return LineFault::quote_not_closed;
            end = close + 1 < line.size() ? close + 1 : std::string_view::npos;
            if (end != std::string_view::npos && line[end] != ',') return LineFault::text_behind_quote;
            fields.push_back(line.substr(1, close - 1));
        } else {
            fields.push_back(line.substr(0, end));
        }
        if (end == std::string_view::npos) return LineFault::none;
        line.remove_prefix(end + 1);
    }
}

class CsvListReader {
  public:
    explicit CsvListReader(ListText& text) : text_{text}, intake_{text}, at_(kColumns.size(), kAbsent) {}

    PriceList read() && {
        if (!is_utf8() || !read_head()) return std::move(intake_.list());
        intake_.identify(offer_, version_, published_);
        while (!text_.is_full() && next_line())
            read_row();
        return std::move(intake_).finish();
    }

  private:
    bool is_utf8() {
        const auto invalid = find_invalid_utf8(text_.text());
        if (!invalid) return true;
        text_.report(*invalid, 1,
                     {.code = "text-not-utf8",
                      .what = "this byte is not part of any character of UTF-8",
                      .expected = "text in UTF-8, as the vendor has it"});
        return false;
    }

    /// Goes on to the next line that is not empty.
    bool next_line() {
        const std::string_view text = text_.text();
        do {
            if (next_ >= text.size()) return false;
            const std::size_t end = std::min(text.find('\n', next_), text.size());
            line_ = text.substr(next_, end - next_);
            if (line_.ends_with('\r')) line_.remove_suffix(1);
            next_ = end + 1;
        } while (line_.empty());
        return true;
    }

    bool read_head();
    bool read_header();
    void read_row();
    void refuse_row(LineFault fault);
    std::optional<std::size_t> index_of(const RawProduct& raw);
    void add_price(const RawProduct& raw, Product& product);
    [[nodiscard]] std::string_view field(Column column) const {
        const std::size_t index = at_[static_cast<std::size_t>(column)];
        return index < fields_.size() ? fields_[index] : std::string_view{};
    }
    [[nodiscard]] RawProduct raw_product() const;

    ListText& text_;
    ProductIntake intake_;
    std::vector<std::size_t> at_;  ///< where each column stands
    std::size_t columns_ = 0;
    std::size_t next_ = 0;  ///< where the next line begins
    std::string_view line_;
    std::vector<std::string_view> fields_;
    std::string_view offer_;
    std::string_view version_;
    std::string_view published_;
    std::string_view sku_;                ///< of the row before
    std::optional<std::size_t> product_;  ///< index of its product, if that is kept
    std::unordered_map<std::string_view, std::size_t> kept_;
};

/// "sep=,", then lines of a name and a value each, until the header.
bool CsvListReader::read_head() {
    while (next_line()) {
        if (line_.starts_with("sep=")) continue;
        if (const auto fault = split(line_, fields_); fault != LineFault::none) {
            refuse_row(fault);
            return false;
        }
        const std::string name = without_capitals(fields_.front());
        const std::string_view value = fields_.size() > 1 ? fields_[1] : std::string_view{};
        if (name == "sku") return read_header();
        if (name == "offercode") offer_ = value;
        if (name == "version") version_ = value;
        if (name == "publication date") published_ = value;
    }
    text_.report(0, 1,
                 {.code = "list-format-unknown",
                  .what = "this is no price list: no line begins with the column SKU",
                  .expected = "a bulk price list as JSON or CSV, or the answer of GetProducts"});
    return false;
}

bool CsvListReader::read_header() {
    columns_ = fields_.size();
    for (const NamedColumn& column : kColumns) {
        const auto found = std::find_if(fields_.begin(), fields_.end(), [&](std::string_view name) {
            return without_capitals(name) == column.name;
        });
        if (found != fields_.end()) {
            at_[static_cast<std::size_t>(column.column)] = static_cast<std::size_t>(found - fields_.begin());
        } else if (column.is_required) {
            text_.report(text_.offset_of(line_), 1,
                         {.code = "list-column-missing",
                          .what = fmt::format("the header has no column \"{}\"", column.name),
                          .expected = "the columns of a bulk price list, capitals aside"});
        }
    }
    return !text_.has_errors();
}

RawProduct CsvListReader::raw_product() const {
    return {.sku = field(Column::sku),
            .offer = field(Column::offer),
            .location = field(Column::location),
            .region = field(Column::region),
            .from_location = field(Column::from_location),
            .from_region = field(Column::from_region),
            .to_location = field(Column::to_location),
            .transfer_type = field(Column::transfer_type),
            .volume_type = field(Column::volume_type),
            .usage_type = field(Column::usage_type),
            .operation = field(Column::operation),
            .offset = text_.offset_of(line_)};
}

void CsvListReader::refuse_row(LineFault fault) {
    const bool is_cut = next_ >= text_.text().size() && fault != LineFault::text_behind_quote;
    const std::string_view what =
        fault == LineFault::text_behind_quote
            ? "in this row a quote is not closed, or text stands behind a closing one"
            : "a quote is not closed in this row";
    text_.report(text_.offset_of(line_) + line_.size(), 1,
                 {.code = is_cut ? "list-cut-off" : "quote-not-closed",
                  .what = is_cut ? std::string{"the file ends in the middle of this row"} : std::string{what},
                  .expected = "a row with all its columns, as the vendor has it",
                  .remedy = is_cut ? "load it again" : ""});
}

void CsvListReader::read_row() {
    if (const auto fault = split(line_, fields_); fault != LineFault::none) return refuse_row(fault);
    if (fields_.size() < columns_) {
        if (next_ >= text_.text().size()) return refuse_row(LineFault::none);
        text_.report(text_.offset_of(line_) + line_.size(), 1,
                     {.code = "list-column-missing",
                      .what = fmt::format("this row has {} columns, the header {}", fields_.size(), columns_),
                      .expected = "a row with all its columns"});
        return;
    }
    const std::string_view term = field(Column::term_type);
    if (!term.empty() && term != "OnDemand") return;
    const RawProduct raw = raw_product();
    if (raw.sku != sku_) {
        sku_ = raw.sku;
        product_ = index_of(raw);
    }
    if (product_) add_price(raw, intake_.list().products[*product_]);
}

/// Of the product that the row belongs to, if it is kept; its rows need not follow each other.
std::optional<std::size_t> CsvListReader::index_of(const RawProduct& raw) {
    if (const auto known = kept_.find(raw.sku); known != kept_.end()) return known->second;
    if (intake_.take(raw) == nullptr) return std::nullopt;
    return kept_[raw.sku] = intake_.list().products.size() - 1;
}

void CsvListReader::add_price(const RawProduct& raw, Product& product) {
    const auto price = parse_price({.rate_code = field(Column::rate_code),
                                    .effective = field(Column::effective),
                                    .begin = field(Column::begin),
                                    .end = field(Column::end),
                                    .unit = field(Column::unit),
                                    .price = field(Column::price),
                                    .currency = field(Column::currency),
                                    .offset = raw.offset},
                                   text_);
    if (price) product.prices.push_back(*price);
}

}  // namespace

PriceList read_csv_list(ListText& text) { return CsvListReader{text}.read(); }

}  // namespace firn::price_lists
