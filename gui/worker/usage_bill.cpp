#include "gui/worker/usage_bill.hpp"

#include "core/catalogue/price_books.hpp"
#include "core/io/read_text_file.hpp"
#include "core/pricing/price.hpp"
#include "core/report/bill_report.hpp"
#include "core/yaml/usage_reader.hpp"

#include <utility>

namespace firn::gui {

Result<UsageBill> bill_of_usage(const std::string& path) {
    auto text = io::read_text_file(path);
    if (!text) return std::move(text).error();
    const auto usage = yaml::read_usage(path, std::move(text).value());
    if (!usage) return usage.error();
    const auto book = catalogue::find_price_book(usage->price_book, usage->region);
    if (!book) return book.error();
    auto bill = pricing::price(*usage, *book, {.rounding = pricing::Rounding::invoice, .explain = true});
    if (!bill) return std::move(bill).error();
    UsageBill priced{std::make_shared<const pricing::Bill>(std::move(bill).value()), {}};
    priced.sentence = report::bill_sentence(*priced.bill);
    return priced;
}

}  // namespace firn::gui
