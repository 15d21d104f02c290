// Any bytes as a statement: lines that can be turned into usage, or diagnostics.

#include "core/io/statement_reader.hpp"
#include "core/reconcile/statement_usage.hpp"
#include "core/yaml/usage_reader.hpp"
#include "core/yaml/usage_writer.hpp"
#include "tests/fuzz/laws.hpp"

#include <unistd.h>

#include <chrono>
#include <fstream>
#include <string>

namespace {

using firn::fuzz::require;

/// The file that the reader opens, one a process.
std::string kept_in_file(const std::uint8_t* data, std::size_t size) {
    std::string path = "fuzz_statement." + std::to_string(getpid()) + ".csv";
    std::ofstream{path, std::ios::binary} << firn::fuzz::text_of(data, size);
    return path;
}

firn::pricing::Tariff tariff(firn::usage::ChargeType charge, const std::string& usage_type) {
    firn::pricing::Tariff tariff{.charge = charge, .storage_class = "glacier", .usage_type = usage_type};
    tariff.periods.push_back({.from = firn::Instant{}, .until = firn::pricing::open_end(), .bands = {{}}});
    return tariff;
}

firn::pricing::PriceBook small_book() {
    using firn::usage::ChargeType;
    firn::pricing::PriceBook book{
        .name = "book", .region = "here", .currency = "USD", .gb = firn::Bytes::from_gib(1)};
    book.classes.push_back({.name = "glacier", .overhead = firn::Bytes::from_kib(32)});
    book.tariffs = {tariff(ChargeType::storage, "TimedStorage-ByteHrs"),
                    tariff(ChargeType::requests, "Requests-Tier1"),
                    tariff(ChargeType::early_deletion, "EarlyDelete-ByteHrs")};
    book.tariffs[1].kind = "upload";
    return book;
}

void check_statement(const firn::statement::Statement& statement) {
    std::int64_t rows = 0;
    for (const firn::statement::Line& line : statement.lines) {
        require(line.rows > 0, "a line has rows");
        require(!line.quantity || *line.quantity >= 0 || line.type != firn::statement::LineType::usage,
                "no usage is below zero");
        rows += line.rows;
    }
    require(rows == statement.rows, "each row is of a line");
}

void check_usage(const firn::statement::Statement& statement) {
    const auto made =
        firn::reconcile::usage_of(statement, small_book(), firn::BillingPeriod{std::chrono::year{2014} / 3});
    if (!made) return firn::fuzz::check_diagnostics(made.error());
    const std::string text = firn::yaml::usage_text(made->usage);
    const auto again = firn::yaml::read_usage("usage.yaml", text);
    require(again.has_value(), "a usage that is written can be read");
    require(firn::yaml::usage_text(*again) == text, "and is the same");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string path = kept_in_file(data, size);
    const auto read =
        firn::io::read_statement({path}, {.scope = {.tag = firn::statement::Tag{"project", "x"}}});
    const auto untagged = firn::io::read_statement({path});
    for (const auto* result : {&read, &untagged}) {
        if (*result) {
            check_statement((*result)->statement);
            check_usage((*result)->statement);
        } else {
            firn::fuzz::check_diagnostics(result->error());
        }
    }
    unlink(path.c_str());
    return 0;
}
