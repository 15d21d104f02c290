#include "cli/statement_usage.hpp"

#include "cli/price_books.hpp"
#include "core/diag/did_you_mean.hpp"
#include "core/io/statement_reader.hpp"
#include "core/reconcile/book_names.hpp"
#include "core/reconcile/statement_usage.hpp"
#include "core/statement/nothing_left.hpp"
#include "core/statement/scope.hpp"
#include "core/units/utf8_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace firn::cli {

namespace {

/// The price book that is named, or the one that bills most of what the statement has.
Result<pricing::PriceBook> book_for(const statement::Statement& statement, const ReportedFiles& files) {
    if (!files.price_book.empty())
        return find_price_book(files.price_book, files.region.empty() ? "us-east-1" : files.region);
    auto books = built_in_price_books();
    if (!books) return books.error();
    if (!files.region.empty()) {
        books->erase(
            std::remove_if(books->begin(), books->end(),
                           [&](const pricing::PriceBook& book) { return book.region != files.region; }),
            books->end());
        if (books->empty()) return find_price_book("aws-glacier", files.region);
    }
    const auto best = reconcile::best_book(statement, *books);
    if (!best) return best.error();
    return std::move(books->at(*best));
}

std::vector<BillingPeriod> open_months(const statement::Statement& statement) {
    std::vector<BillingPeriod> open;
    for (const statement::Coverage& coverage : statement.months) {
        if (is_billed_in_part(statement, coverage)) open.push_back(coverage.month);
    }
    return open;
}

/// Rows without a service are never left out by it.
Diagnostic no_services(const std::string& wanted) {
    return {.code = "setting-without-effect",
            .where = {.file = "--service"},
            .what = fmt::format("the statement names no services, so that none of its rows is of {} alone",
                                firn::quoted(wanted)),
            .expected = "a column such as lineItem/ProductCode, product_code, ServiceName or service",
            .remedy = "leave --service out, or take the rows of other services out of the file"};
}

}  // namespace

Result<bool> check_services(const std::vector<std::string>& known, const StatementTexts& texts) {
    Diagnostics faults;
    for (const std::string& wanted : texts.services) {
        if (wanted != "all" && known.empty()) return Diagnostics{no_services(wanted)};
        const bool is_there =
            wanted == "all" || std::any_of(known.begin(), known.end(), [&](const std::string& service) {
                return statement::is_same_service(service, wanted);
            });
        if (is_there) continue;
        const std::string near = closest_to(wanted, known);
        faults.push_back({.code = "service-unknown",
                          .where = {.file = "--service"},
                          .what = fmt::format("the statement has no service {}", firn::quoted(wanted)),
                          .expected = one_of(known),
                          .remedy = near.empty() ? "" : fmt::format("did you mean \"{}\"?", near)});
    }
    if (!faults.empty()) return faults;
    return true;
}

Result<bool> check_services(const statement::Statement& statement, const StatementTexts& texts) {
    return check_services(statement.services, texts);
}

std::optional<std::string> option_of_rows(const StatementTexts& texts) {
    if (!texts.format.empty()) return "--from";
    if (!texts.services.empty()) return "--service";
    if (!texts.bucket.empty()) return "--bucket";
    if (!texts.tag.empty()) return "--tag";
    if (!texts.account.empty()) return "--account";
    if (!texts.months.empty()) return "--month";
    return std::nullopt;
}

Diagnostic rows_beside(const std::string& option, std::string_view kind) {
    return {.code = "setting-without-effect",
            .where = {.file = option},
            .what = fmt::format("{} means nothing to {}", option, kind),
            .expected = "what the vendor reports, whose rows it is about",
            .remedy = "take the entries that shall not count out of the file"};
}

Result<ReportedUsage> reported_usage(const ReportedFiles& files, const StatementTexts& texts,
                                     const AnswerOptions& answer, Console& console) {
    const auto wanted = statement_options(texts, {});
    if (!wanted) return wanted.error();
    auto read = io::read_statement(files.paths, *wanted);
    if (!read) return read.error();
    if (const auto known = check_services(read->statement, texts); !known) return known.error();
    auto book = book_for(read->statement, files);
    if (!book) return book.error();
    if (texts.services.empty()) keep_services(read->statement, reconcile::services_of(book->name));
    if (read->statement.lines.empty() && !read->statement.left_out.empty())
        return Diagnostics{statement::nothing_left(read->statement.left_out, files.paths.front())};
    const auto& months = wanted->scope.months;
    auto made = reconcile::usage_of(read->statement, *book,
                                    months.size() == 1 ? std::optional{months.front()} : std::nullopt);
    if (!made) return made.error();
    show_notes(read->notes, answer, console);
    show_notes(made->notes, answer, console);
    return ReportedUsage{std::move(made->usage), std::move(book).value(), open_months(read->statement)};
}

}  // namespace firn::cli
