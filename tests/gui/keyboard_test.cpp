#include "gui/charts/plot.hpp"
#include "gui/main_window.hpp"
#include "gui/page.hpp"
#include "gui/pages/bundle_size_page.hpp"
#include "gui/reading_order.hpp"
#include "tests/gui/saved_scenario.hpp"
#include "tests/support/catch.hpp"

#include <QImage>
#include <QPainter>
#include <QSlider>
#include <QTest>

#include <algorithm>
#include <vector>

using namespace firn;
using namespace firn::gui;

namespace {

/// A page with an answer on a screen that is not there.
struct ShownPage {
    SavedScenario saved{};
    BundleSizePage page{saved.document};

    ShownPage() {
        page.resize(1100, 650);
        page.show();
        run(page);
        page.mark(3);
    }

    [[nodiscard]] std::size_t last() const { return page.answer()->plan.sizes.size() - 1; }
};

/// Whether a person who reads has `b` before them after `a`: further down, or to the right.
bool is_further(const QWidget& a, const QWidget& b, const QWidget& window) {
    const QRect first{a.mapTo(&window, QPoint{}), a.size()};
    const QRect second{b.mapTo(&window, QPoint{}), b.size()};
    return second.top() >= first.top() || second.left() >= first.right();
}

}  // namespace

TEST_CASE("the marker of the sizes goes by keys: a size, a tenth of the axis, to either end", "[gui]") {
    ShownPage shown;
    BundleSizePage& page = shown.page;
    QWidget* chart = page.exhibits()[0].plot->focusProxy();
    REQUIRE(chart != nullptr);
    QTest::keyClick(chart, Qt::Key_Right);
    CHECK(page.marked() == 4);
    QTest::keyClick(chart, Qt::Key_Left);
    QTest::keyClick(chart, Qt::Key_Left);
    CHECK(page.marked() == 2);
    QTest::keyClick(chart, Qt::Key_PageUp);
    CHECK(page.marked() > 2);
    QTest::keyClick(chart, Qt::Key_PageDown);
    CHECK(page.marked() == 2);
    QTest::keyClick(chart, Qt::Key_End);
    CHECK(page.marked() == shown.last());
    QTest::keyClick(chart, Qt::Key_Right);
    CHECK(page.marked() == shown.last());
    QTest::keyClick(chart, Qt::Key_Home);
    CHECK(page.marked() == 0);
    for (const Exhibit& exhibit : page.exhibits())
        CHECK(exhibit.plot->content().marker->at == 0);
}

TEST_CASE("the slider of the sizes goes from size to size, by pages and to either end", "[gui]") {
    ShownPage shown;
    BundleSizePage& page = shown.page;
    auto* slider = page.findChild<QSlider*>();
    REQUIRE(slider != nullptr);
    for (std::size_t size = 4; size <= shown.last(); ++size) {
        QTest::keyClick(slider, Qt::Key_Right);
        CHECK(page.marked() == size);
    }
    QTest::keyClick(slider, Qt::Key_Left);
    CHECK(page.marked() == shown.last() - 1);
    QTest::keyClick(slider, Qt::Key_Home);
    CHECK(page.marked() == 0);
    QTest::keyClick(slider, Qt::Key_PageUp);
    CHECK(page.marked() > 0);
    QTest::keyClick(slider, Qt::Key_PageDown);
    CHECK(page.marked() == 0);
    QTest::keyClick(slider, Qt::Key_End);
    CHECK(page.marked() == shown.last());
    CHECK(page.exhibits()[0].plot->content().marker->at == shown.last());
}

TEST_CASE("Tab reaches every control of every page, in the order in which a person reads, and comes back",
          "[gui]") {
    SavedScenario saved;
    MainWindow window;
    REQUIRE(window.open(saved.path, false).empty());
    window.show();
    window.activateWindow();
    for (int page = 0; page < static_cast<int>(window.pages().size()); ++page) {
        window.choose_page(page);
        REQUIRE(comes_true([&] { return window.current_page().is_settled(); }));
        INFO(window.current_page().key().toStdString());
        const std::vector<QWidget*> controls = reading_order(*window.centralWidget());
        for (QWidget* widget : window.current_page().findChildren<QWidget*>()) {
            const bool is_control = (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->isVisible() &&
                                    widget->isEnabled() && widget->focusProxy() == nullptr;
            INFO(widget->metaObject()->className() << " " << widget->objectName().toStdString() << " in "
                                                   << widget->parentWidget()->metaObject()->className());
            CHECK((!is_control || std::find(controls.begin(), controls.end(), widget) != controls.end()));
        }
        controls.front()->setFocus();
        REQUIRE(window.focusWidget() == controls.front());
        for (std::size_t i = 1; i < controls.size(); ++i) {
            QTest::keyClick(window.focusWidget(), Qt::Key_Tab);
            INFO(i << " " << controls[i]->metaObject()->className() << " "
                   << controls[i]->accessibleName().toStdString());
            REQUIRE(window.focusWidget() == controls[i]);
            CHECK(is_further(*controls[i - 1], *controls[i], window));
        }
        QTest::keyClick(window.focusWidget(), Qt::Key_Tab);
        CHECK(window.focusWidget() == controls.front());
        QTest::keyClick(window.focusWidget(), Qt::Key_Backtab);
        CHECK(window.focusWidget() == controls.back());
    }
    window.close();
}

TEST_CASE("a chart that has the focus shows it, and its picture does not", "[gui]") {
    ShownPage shown;
    Plot& plot = *shown.page.exhibits()[0].plot;
    shown.page.activateWindow();
    const auto picture_of = [&plot] {
        QImage image{plot.size(), QImage::Format_ARGB32};
        image.fill(Qt::white);
        QPainter painter{&image};
        plot.draw(painter, QRectF{QPointF{}, QSizeF{plot.size()}});
        painter.end();
        return image;
    };
    shown.page.findChild<QSlider*>()->setFocus();
    REQUIRE(comes_true([&] { return shown.page.findChild<QSlider*>()->hasFocus(); }));
    const QImage seen = plot.grab().toImage();
    const QImage picture = picture_of();
    plot.setFocus();
    REQUIRE(comes_true([&] { return plot.focusProxy()->hasFocus(); }));
    CHECK(plot.grab().toImage() != seen);
    CHECK(picture_of() == picture);
}
