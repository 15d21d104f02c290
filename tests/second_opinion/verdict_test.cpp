// The page is worth what its verdicts are worth: each of them can also be refused.
#include "tests/second_opinion/verdict.hpp"

#include "tests/support/catch.hpp"

using namespace firn;
using namespace firn::second_opinion;

namespace {

const std::string kFolder = std::string{FIRN_SOURCE_DIR} + "/docs/examples/second-opinion";

/// The first FAQ's example: Firn's fee is 1.056 exactly, 1.06 on an invoice and 1.30 with the FAQ's own
/// roundings.
const Opinion kFaqExample{.usage = "a01-faq-12tb-even-day"};

Figure fee(const std::string& says) {
    return {.what = "fee", .take = {{.charge = "retrieval"}}, .unit = "USD", .says = says};
}

Judged judged(const Figure& figure) {
    BillAnswers answers{kFolder};
    return judge(kFaqExample, figure, answers);
}

}  // namespace

TEST_CASE("a number agrees when Firn's is the same as finely as theirs is printed", "[second_opinion]") {
    CHECK(judged(fee("1.06")).verdict == Verdict::agrees);
    Figure exact = fee("1.056");
    exact.value = Value::exact;
    CHECK(judged(exact).verdict == Verdict::agrees);
    exact.says = "1.1";  // 1.056 to one decimal
    CHECK(judged(exact).verdict == Verdict::agrees);
    exact.says = "1.057";
    CHECK(judged(exact).verdict == Verdict::unexplained);
}

TEST_CASE("another number without an option, a range or a correction is unexplained", "[second_opinion]") {
    const Judged found = judged(fee("1.30"));
    CHECK(found.verdict == Verdict::unexplained);
    CHECK(found.firn == "1.06");
}

TEST_CASE("an option has to give their number", "[second_opinion]") {
    Figure figure = fee("1.30");
    figure.by = "--rounding faq-2012";
    const Judged found = judged(figure);
    CHECK(found.verdict == Verdict::option);
    CHECK(found.firn == "1.06");
    CHECK(found.by_option == "1.30");
    figure.by = "--rounding estimate";
    CHECK(judged(figure).verdict == Verdict::unexplained);
}

TEST_CASE("a range has to hold Firn's number", "[second_opinion]") {
    Figure figure = fee("1.20");
    figure.from = "1.00";
    figure.to = "1.30";
    CHECK(judged(figure).verdict == Verdict::range);
    figure.from = "1.10";
    CHECK(judged(figure).verdict == Verdict::unexplained);
}

TEST_CASE("theirs is wrong only where Firn's is the number that is stated as right", "[second_opinion]") {
    Figure figure = fee("1.50");
    figure.right = "1.06";
    CHECK(judged(figure).verdict == Verdict::wrong);
    figure.right = "1.07";
    CHECK(judged(figure).verdict == Verdict::unexplained);
}

TEST_CASE("a figure of which the bill has no line is told", "[second_opinion]") {
    BillAnswers answers{kFolder};
    Figure figure = fee("1.06");
    figure.take = {{.charge = "capacity"}};
    CHECK(judge(kFaqExample, figure, answers).verdict == Verdict::unexplained);
    CHECK(answers.problem() == "a01-faq-12tb-even-day: no line of the bill is fee");
}

TEST_CASE("a usage file that the program refuses is told", "[second_opinion]") {
    BillAnswers answers{kFolder};
    CHECK(judge({.usage = "nowhere"}, fee("1.06"), answers).verdict == Verdict::unexplained);
    CHECK_THAT(answers.problem(), Catch::Contains("firn bill refuses it"));
}
