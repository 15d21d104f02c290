#include "core/scenario/frequency.hpp"

#include "core/scenario/batch.hpp"
#include "tests/support/catch.hpp"

#include <string>

using namespace firn;
using namespace firn::scenario;

namespace {

std::string code_of(std::string_view text) {
    const auto frequency = parse_frequency(text);
    return frequency ? std::string{} : frequency.error().code;
}

std::string batch_code_of(std::string_view text) {
    const auto batch = parse_batch(text);
    return batch ? std::string{} : batch.error().code;
}

}  // namespace

TEST_CASE("a frequency says how long the mean gap is", "[scenario]") {
    // A day has 86,400 s, 20 a day come every 4,320 s; a month has 30 days.
    CHECK(mean_gap(*parse_frequency("20/day")) == std::chrono::seconds{4'320});
    CHECK(mean_gap(*parse_frequency("0.5 / hour")) == std::chrono::hours{2});
    CHECK(mean_gap(*parse_frequency("3/month")) == std::chrono::hours{240});
    // 604,800 s / 7,000,000 = 0.0864 s
    CHECK(mean_gap(*parse_frequency("7000000/week")) == Duration{86'400});
}

TEST_CASE("a frequency prints as it reads", "[scenario]") {
    CHECK(frequency_text(*parse_frequency("20 / day")) == "20/day");
    CHECK(frequency_text(*parse_frequency("0.250000/month")) == "0.25/month");
}

TEST_CASE("what is no frequency is refused", "[scenario]") {
    CHECK(code_of("20") == "frequency-malformed");
    CHECK(code_of("20/year") == "frequency-malformed");
    CHECK(code_of("0/day") == "number-zero");
    CHECK(code_of("-1/day") == "number-negative");
    CHECK(code_of("x/day") == "number-malformed");
    CHECK(code_of("0.0000001/day") == "value-out-of-range");
    CHECK(code_of("1000000001/hour") == "value-out-of-range");
}

TEST_CASE("a batch is all files, a share of them or one owner's", "[scenario]") {
    CHECK(parse_batch("all")->kind == Batch::Kind::all);
    CHECK(parse_batch("5 %")->share == 5);
    CHECK(parse_batch("owner Ann Lee")->owner == "Ann Lee");
    CHECK(batch_text(*parse_batch("0.000001%")) == "0.000001 %");
    CHECK(batch_text(*parse_batch("owner  ann")) == "owner ann");
    CHECK(batch_text(Batch{}) == "all");
}

TEST_CASE("what is no batch is refused", "[scenario]") {
    CHECK(batch_code_of("everything") == "batch-malformed");
    CHECK(batch_code_of("owner ") == "batch-malformed");
    CHECK(batch_code_of("0 %") == "value-out-of-range");
    CHECK(batch_code_of("101 %") == "value-out-of-range");
}
