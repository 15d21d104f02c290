#include "gui/models/report_table.hpp"
#include "gui/models/restore_terms.hpp"
#include "gui/models/variation_sliders.hpp"
#include "tests/support/catch.hpp"

#include <QAbstractItemModelTester>
#include <QLocale>

using namespace firn;
using namespace firn::gui;

namespace {

/// Another default locale for the length of a scope.
class InLocale {
  public:
    explicit InLocale(const QLocale& locale) { QLocale::setDefault(locale); }
    ~InLocale() { QLocale::setDefault(before_); }
    InLocale(const InLocale&) = delete;
    InLocale& operator=(const InLocale&) = delete;
    InLocale(InLocale&&) = delete;
    InLocale& operator=(InLocale&&) = delete;

  private:
    QLocale before_{};
};

const report::Table kPrinted{
    {{"alternative", report::Align::left}, {"present value USD"}, {"share"}, {"until"}},
    {{"1,234 drives", "-12,345.60", "12 %", "2026-12"}, {"tape", "7", "1.0e-03", "-"}}};

}  // namespace

TEST_CASE("a printed table becomes one of the window, with the separators of the locale", "[gui]") {
    const InLocale german{QLocale{QLocale::German, QLocale::Germany}};
    const TableContent content = table_of(kPrinted, 1);
    CHECK(content.headings[1] == QStringLiteral("Present value USD"));
    CHECK(content.rows[0][0].shown == QStringLiteral("1,234 drives"));
    CHECK(content.rows[0][1].shown == QString{QChar{0x2212}} + QStringLiteral("12.345,60"));
    CHECK(content.rows[0][1].plain == QStringLiteral("-12345.60"));
    CHECK(content.rows[0][2].shown == QStringLiteral("12 %"));
    CHECK(content.rows[0][3].shown == QStringLiteral("2026-12"));
    CHECK(content.rows[1][2].shown == QStringLiteral("1.0e-03"));
    CHECK(content.rows[1][3].shown == QStringLiteral("-"));
    CHECK_FALSE(content.rows[0][1].is_strong);
    CHECK(content.rows[1][1].is_strong);
}

TEST_CASE("a table of an answer keeps to Qt's rules while answers come and go", "[gui]") {
    TableModel model;
    const QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
    model.show_content(table_of(kPrinted));
    CHECK(model.rowCount() == 2);
    model.show_content(table_of({{{"nothing"}}}));
    CHECK(model.rowCount() == 0);
    model.show_content(table_of(kPrinted, 0));
    CHECK(model.index(0, 0).data().toString() == QStringLiteral("1,234 drives"));
}

TEST_CASE("there are sliders only for what a comparison has", "[gui]") {
    alternatives::Comparison comparison;
    comparison.discount_rate = Rational{325, 10'000};
    alternatives::Alternative offer{.name = "offer", .kind = alternatives::Kind::vendor_quote};
    offer.parameters.add({.key = "per_tb_month", .value = Rational{10}});
    comparison.alternatives.push_back(offer);
    const auto sliders = sliders_of(comparison, std::nullopt);
    REQUIRE(sliders.size() == 3);
    CHECK(sliders[0].varied == Varied::growth);
    CHECK(sliders[1].varied == Varied::service_prices);
    CHECK(sliders[2].varied == Varied::discount_rate);
    CHECK(sliders[2].stated_text == QStringLiteral("3.25") + QChar::Nbsp + QStringLiteral("%"));
}

TEST_CASE("a place of a slider means what it says", "[gui]") {
    using alternatives::Variation;
    CHECK(moved({}, Varied::growth, 20).growth == Rational{1, 5});
    CHECK(moved({}, Varied::hardware_prices, -4).hardware_prices == Rational{4, 5});
    CHECK(moved({}, Varied::service_prices, 4).service_prices == Rational{6, 5});
    CHECK(moved({}, Varied::drives_per_trip, 3).drives_per_trip == Rational{3});
    CHECK(moved({}, Varied::discount_rate, 9).discount_rate == Rational{45, 1000});
    const QString percent = QChar::Nbsp + QStringLiteral("%");
    CHECK(text_of(Varied::hardware_prices, 4, false) == QStringLiteral("+20") + percent);
    CHECK(text_of(Varied::growth, 20, true) == QStringLiteral("20") + percent);
    CHECK(text_of(Varied::discount_rate, 9, false) == QStringLiteral("4.5") + percent);
    CHECK(key_of(moved({}, Varied::growth, 20)) != key_of(Variation{}));
}

TEST_CASE("the fields of a restore are read with everything that is wrong with them", "[gui]") {
    const auto terms = terms_of({QStringLiteral(" 48 h "), QStringLiteral("1000"), true});
    REQUIRE(terms);
    CHECK(terms->within == std::chrono::hours{48});
    CHECK(terms->budget == Money{Rational{1000}});
    CHECK(terms->stay_in_region);
    CHECK_FALSE(terms_of({})->within.has_value());
    const auto wrong = terms_of({QStringLiteral("48"), QStringLiteral("-5"), false});
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().size() == 2);
    CHECK(wrong.error()[0].where.file == "Deadline");
}
