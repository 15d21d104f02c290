#include "gui/pages/wrapped_text.hpp"
#include "gui/pages/flow_row.hpp"
#include "gui/text.hpp"
#include "tests/gui/support.hpp"
#include "tests/support/catch.hpp"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QTest>

using namespace firn::gui;

TEST_CASE("a word without end is broken where it has no room, and copied as it is", "[gui]") {
    const QString path = QStringLiteral("/a/folder/") + QString{QLatin1Char{'n'}}.repeated(200);
    const QString sentence = QStringLiteral("11.3 % lie in ") + path + QStringLiteral(" yet.");
    WrappedText text;
    text.show_text(sentence);
    text.resize(300, text.heightForWidth(300));
    text.show();
    CHECK(text.heightForWidth(300) >= 4 * text.fontMetrics().height());
    CHECK(text.heightForWidth(3000) < 2 * text.fontMetrics().height());
    text.setFocus();
    QTest::keyClick(&text, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&text, Qt::Key_C, Qt::ControlModifier);
    CHECK(QApplication::clipboard()->text() == sentence);
}

TEST_CASE("no line ends between a number and its unit", "[gui]") {
    const QString text = unbroken(QStringLiteral("off by 11.3 % for 171.73 USD in 48 months"));
    CHECK(text.count(QChar{QChar::Nbsp}) == 2);
    CHECK(text.contains(QStringLiteral("11.3") + QChar{QChar::Nbsp} + QStringLiteral("%")));
    CHECK(text.contains(QStringLiteral("171.73") + QChar{QChar::Nbsp} + QStringLiteral("USD")));
}

TEST_CASE("fields stand beside each other where they have room, else below each other", "[gui]") {
    QWidget window;
    auto* row = new FlowRow{10};
    for (int i = 0; i < 3; ++i) {
        auto* field = new QLineEdit{&window};
        field->setMinimumWidth(100);
        field->setFixedHeight(30);
        row->addWidget(field);
    }
    window.setLayout(row);
    const auto fields = window.findChildren<QLineEdit*>();
    window.resize(400, 200);
    row->setGeometry({0, 0, 320, 100});  // three of 100 and two gaps of 10
    CHECK(fields[2]->y() == fields[0]->y());
    CHECK(row->heightForWidth(320) == 30);
    row->setGeometry({0, 0, 319, 100});
    CHECK(fields[1]->y() == fields[0]->y());
    CHECK(fields[2]->y() == 36);  // a gap of 6 between the rows
    CHECK(fields[2]->width() == 319);
    CHECK(row->heightForWidth(319) == 66);
}
