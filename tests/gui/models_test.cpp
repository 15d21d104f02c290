#include "core/pricing/bill.hpp"
#include "gui/document/scenario_document.hpp"
#include "gui/export/table_csv.hpp"
#include "gui/models/bill_model.hpp"
#include "gui/models/settings_model.hpp"
#include "gui/models/table_model.hpp"
#include "gui/pages/answer_bar.hpp"
#include "gui/text.hpp"
#include "gui/worker/usage_bill.hpp"
#include "tests/gui/support.hpp"
#include "tests/support/catch.hpp"

#include <QAbstractItemModelTester>
#include <QLocale>

using namespace firn;
using namespace firn::gui;

namespace {

constexpr auto kFatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

std::string example(const char* path) { return std::string{FIRN_SOURCE_DIR} + "/scenarios/" + path; }

}  // namespace

TEST_CASE("the settings model keeps to Qt's rules while its document changes", "[gui]") {
    ScenarioDocument document;
    SettingsModel model{document};
    const QAbstractItemModelTester tester{&model, kFatal};
    document.start_with(from_utf8(small_scenario()), {}, true);
    const int fetchers = model.row_of("pipeline.fetchers");
    REQUIRE(fetchers >= 0);
    CHECK(model.index(fetchers).data(Qt::EditRole).toString() == QStringLiteral("4"));
    REQUIRE(model.setData(model.index(fetchers), QStringLiteral("8"), Qt::EditRole));
    CHECK(document.reading().scenario->pipeline.fetchers == 8);
    REQUIRE(model.setData(model.index(fetchers), QStringLiteral("many"), Qt::EditRole));
    CHECK_FALSE(
        model.index(model.row_of("pipeline.fetchers")).data(SettingsModel::kErrorRole).toString().isEmpty());
    document.undo_stack().undo();
    document.edit(QStringLiteral("no: [yaml"), QStringLiteral("typing"));
    CHECK(model.rowCount() > 0);
}

TEST_CASE("every setting that is in force has a row with its help", "[gui]") {
    ScenarioDocument document;
    document.start_with(from_utf8(small_scenario()), {}, true);
    const SettingsModel model{document};
    for (const scenario::Setting& setting : scenario::settings_of(*document.reading().scenario)) {
        const int row = model.row_of(setting.path);
        INFO(setting.path);
        REQUIRE(row >= 0);
        CHECK_FALSE(model.rows()[static_cast<std::size_t>(row)].help.isEmpty());
    }
}

TEST_CASE("the bill's tree keeps to Qt's rules and goes down to the steps", "[gui]") {
    const auto priced = bill_of_usage(example("invoice/usage.yaml"));
    REQUIRE(priced);
    BillModel model;
    const QAbstractItemModelTester tester{&model, kFatal};
    model.show_bill(priced->bill);
    REQUIRE(model.rowCount() == static_cast<int>(priced->bill->periods.size()));
    const QModelIndex month = model.index(0, 0);
    CHECK(month.data().toString() == from_utf8(to_text(priced->bill->periods[0].month)));
    REQUIRE(model.rowCount(month) == static_cast<int>(priced->bill->periods[0].lines.size()));
    const QModelIndex line = model.index(0, 0, month);
    REQUIRE(model.rowCount(line) == static_cast<int>(priced->bill->periods[0].lines[0].steps.size()));
    CHECK(model.index(0, 0, line).data().toString() == from_utf8(priced->bill->periods[0].lines[0].steps[0]));
    CHECK(model.parent(model.index(0, 0, line)) == line);
    model.show_bill(nullptr);
    CHECK(model.rowCount() == 0);
}

TEST_CASE("a table keeps to Qt's rules, and its CSV has numbers that programs read", "[gui]") {
    TableModel model;
    const QAbstractItemModelTester tester{&model, kFatal};
    model.show_content({{QStringLiteral("size"), QStringLiteral("cost, USD")},
                        {{{QStringLiteral("25 MB"), {}, false, false},
                          {QStringLiteral("1,234.50"), QStringLiteral("1234.5"), true, false}}}});
    CHECK(csv_of(model) == "size,\"cost, USD\"\n25 MB,1234.5\n");
    CHECK(model.index(0, 1).data().toString() == QStringLiteral("1,234.50"));
}

TEST_CASE("exact text is shown with the separators of the locale", "[gui]") {
    CHECK(localised("1234567.50") == QStringLiteral("1,234,567.50"));
    CHECK(localised("999") == QStringLiteral("999"));
    CHECK(localised("-1000") == QString{QChar{0x2212}} + QStringLiteral("1,000"));
}

TEST_CASE("numbers in a sentence have the separators of the locale, but for dates, years and paths",
          "[gui]") {
    const std::string sentence =
        "1,234.50 USD (12.5 %) from 2013 on, since 2012-11-01T03:04, if one_off is 2000.00 in place of "
        "-5.25 or +30.22 %, of "
        "data/1.5/usage-2.1.csv in 7 months.";
    CHECK(localised_sentence(sentence) ==
          QStringLiteral(
              "1,234.50 USD (12.5 %) from 2013 on, since 2012-11-01T03:04, if one_off is 2,000.00 in "
              "place of -5.25 or +30.22 %, of data/1.5/usage-2.1.csv in 7 months."));
    const QLocale before;
    QLocale::setDefault(QLocale{QLocale::German, QLocale::Germany});
    const QString german = localised_sentence(sentence);
    QLocale::setDefault(before);
    CHECK(german ==
          QStringLiteral(
              "1.234,50 USD (12,5 %) from 2013 on, since 2012-11-01T03:04, if one_off is 2.000,00 in "
              "place of -5,25 or +30,22 %, of data/1.5/usage-2.1.csv in 7 months."));
}

TEST_CASE("names without end are shortened", "[gui]") {
    const QString endless = QString{QLatin1Char{'n'}}.repeated(100) + QStringLiteral("end");
    CHECK(shortened(endless).size() == 40);
    CHECK(shortened(endless).endsWith(QStringLiteral("nend")));
    CHECK(shortened(QStringLiteral("imvu-2012")) == QStringLiteral("imvu-2012"));
}

TEST_CASE("what is said again and again is said once, with how often", "[gui]") {
    const QString price = QStringLiteral("no price");
    QStringList texts{QStringLiteral("a"), price};
    for (int i = 0; i < 1999; ++i)
        texts += price;
    texts += QStringLiteral("b");
    CHECK(counted(texts) ==
          QStringList{QStringLiteral("a"), QStringLiteral("no price (2,000 times)"), QStringLiteral("b")});
    const Diagnostics same(3, {.code = "price-absent", .what = "no price"});
    CHECK(lines_of(same) == QStringList{QStringLiteral("no price (3 times)")});
}

TEST_CASE("a bill is shown as the locale writes numbers, down to its steps, and exported the same everywhere",
          "[gui]") {
    const auto priced = bill_of_usage(example("invoice/usage.yaml"));
    REQUIRE(priced);
    BillModel model;
    model.show_bill(priced->bill);
    const std::string english = csv_of(model);
    const QLocale before;
    QLocale::setDefault(QLocale{QLocale::German, QLocale::Germany});
    const QModelIndex line = model.index(0, 0, model.index(0, 0));
    QString steps;
    for (int step = 0; step < model.rowCount(line); ++step)
        steps += model.index(step, 0, line).data().toString();
    const std::string german = csv_of(model);
    QLocale::setDefault(before);
    const QString price = from_utf8(to_text(priced->bill->periods[0].lines[0].unit_price));
    CHECK(german == english);
    CHECK(from_utf8(english).contains(price));
    CHECK_FALSE(steps.contains(price));
    CHECK(steps.contains(QString{price}.replace(QLatin1Char{'.'}, QLatin1Char{','})));
}
