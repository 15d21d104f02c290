#include "gui/charts/lines_apart.hpp"
#include "gui/charts/plot.hpp"
#include "gui/charts/plot_tips.hpp"
#include "gui/charts/waterfall.hpp"
#include "gui/export/picture.hpp"
#include "gui/theme.hpp"
#include "tests/support/catch.hpp"

#include <QImage>

#include <functional>
#include <utility>

using namespace firn;
using namespace firn::gui;

namespace {

Curve line_of(const char* name, std::vector<QPointF> points) {
    return {.name = QString::fromUtf8(name), .colour = colour_of_curve(0), .points = std::move(points)};
}

PlotContent content_of(std::vector<Curve> curves, double to) {
    PlotContent content;
    content.x.to = to;
    content.y.to = 100;
    content.curves = std::move(curves);
    return content;
}

/// What is drawn of it, 400 by 200 pixels.
QImage picture_of(PlotContent content) {
    Plot plot;
    plot.resize(400, 200);
    plot.show_content(std::move(content));
    plot.grab();
    return image_of(plot, 1);
}

int pixels_of(const QImage& image, const QRect& part, const std::function<bool(const QColor&)>& is_meant) {
    int found = 0;
    for (int y = part.top(); y <= part.bottom(); ++y) {
        for (int x = part.left(); x <= part.right(); ++x)
            found += is_meant(image.pixelColor(x, y)) ? 1 : 0;
    }
    return found;
}

Money usd(int cents) { return Money{Rational{cents, 100}}; }

}  // namespace

TEST_CASE("lines that lie on each other are dashed so that each is seen", "[gui]") {
    // Asked for, ready and downloaded go up together; the last line crosses them only once.
    PlotContent content =
        content_of({line_of("asked for", {{0, 0}, {10, 100}}), line_of("ready", {{0, 0}, {5, 50}, {10, 100}}),
                    line_of("downloaded", {{0, 0.5}, {10, 100}}), line_of("other", {{0, 100}, {10, 0}})},
                   10);
    tell_lines_apart(content);
    CHECK(content.curves[0].dash == Dash::none);
    CHECK(content.curves[1].dash == Dash::dashed);
    CHECK(content.curves[2].dash == Dash::dotted);
    CHECK(content.curves[3].dash == Dash::none);
}

TEST_CASE("lines that only begin or end together stay as they are", "[gui]") {
    PlotContent content =
        content_of({line_of("a", {{0, 0}, {10, 100}}), line_of("b", {{0, 0}, {10, 80}})}, 10);
    tell_lines_apart(content);
    CHECK(content.curves[1].dash == Dash::none);
}

TEST_CASE("of symbols that cover each other the lower one is seen around the upper one", "[gui]") {
    Curve lower{.name = QStringLiteral("lower"),
                .colour = colour_of_curve(0),
                .drawn = Drawn::symbol,
                .points = {{5, 50}}};
    Curve upper = lower;
    upper.colour = colour_of_curve(1);
    upper.symbol = Symbol::square;
    const auto blue = [](const QColor& colour) { return colour.rgb() == colour_of_curve(0).rgb(); };
    const QRect area{100, 60, 290, 100};  // without the legend
    CHECK(pixels_of(picture_of(content_of({lower, upper}, 10)), area, blue) > 10);
}

TEST_CASE("nothing is drawn for a part of 0.00, and its label says so", "[gui]") {
    // 10.00 + 0.00 + 0.004 - 2.00 = 8.004; 0.004 is shown as 0.00 too.
    const PlotContent content =
        waterfall({QStringLiteral("Budget"), usd(1000), {}},
                  {{QStringLiteral("Price"), {}, {}},
                   {QStringLiteral("Volume"), Money{Rational{4, 1000}}, {}},
                   {QStringLiteral("Mix"), usd(-200), {}}},
                  QStringLiteral("Billed"), QStringLiteral("From budget to billed"), "USD");
    const Curve& boxes = content.curves.front();
    CHECK(boxes.labels[1] == QStringLiteral("0.00"));
    CHECK(boxes.labels[2] == QStringLiteral("0.00"));
    CHECK_FALSE(boxes.colours[1].isValid());
    CHECK_FALSE(boxes.colours[2].isValid());
    CHECK(boxes.colours[3].isValid());
    const QImage image = picture_of(content);
    const auto orange = [](const QColor& colour) { return colour.rgb() == colour_of_rise().rgb(); };
    CHECK(pixels_of(image, image.rect(), orange) == 0);
}

TEST_CASE("the last label of an axis that ends with its plot is drawn whole", "[gui]") {
    PlotContent content = content_of({line_of("a", {{0, 0}, {4, 100}})}, 4);
    content.x.ticks = [](double /*from*/, double to, int /*most*/) {
        return std::vector<Tick>{{to, QStringLiteral("MMMMMMMM")}};
    };
    const QImage image = picture_of(content);
    const QColor ground = theme_of(QPalette{}).surface;
    const auto ink = [&](const QColor& colour) { return colour.rgb() != ground.rgb(); };
    const int below = image.height() - 16;
    CHECK(pixels_of(image, {image.width() - 60, below, 40, 10}, ink) > 20);
    CHECK(pixels_of(image, {image.width() - 1, below, 1, 16}, ink) == 0);
}

TEST_CASE("who points at a limit, a deadline or a shade reads what it is", "[gui]") {
    PlotContent content = content_of({line_of("a", {{0, 0}, {10, 100}})}, 10);
    content.curves[0].tips = {QStringLiteral("begin"), QStringLiteral("end")};
    content.limits = {{80, QStringLiteral("target"), QStringLiteral("the scenario's target")}};
    content.uprights = {{9, QStringLiteral("deadline")}};
    content.shades = {{0, 1, QStringLiteral("flat")}};
    const auto in_pixels = [](const QPointF& point) { return QPointF{point.x() * 10, 100 - point.y()}; };
    const auto tips = [&](double x, double y) { return tips_at(content, {{x * 10, 100 - y}, x}, in_pixels); };
    CHECK(tips(7, 81) == QStringList{QStringLiteral("end"), QStringLiteral("the scenario's target")});
    CHECK(tips(9, 20) == QStringList{QStringLiteral("end"), QStringLiteral("deadline")});
    CHECK(tips(0.5, 20) == QStringList{QStringLiteral("begin"), QStringLiteral("flat")});
    CHECK(tips(4, 20) == QStringList{QStringLiteral("begin")});
}
