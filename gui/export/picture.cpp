#include "gui/export/picture.hpp"

#include "gui/charts/plot.hpp"
#include "gui/theme.hpp"

#include <QMarginsF>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

namespace firn::gui {

namespace {

constexpr double kPngScale = 2;
constexpr double kPointsPerPixel = 0.75;  // 72 points and 96 pixels an inch

bool write_png(Plot& plot, QIODevice& file) { return image_of(plot, kPngScale).save(&file, "PNG"); }

bool write_svg(Plot& plot, QIODevice& file) {
    QSvgGenerator svg;
    svg.setOutputDevice(&file);
    svg.setSize(plot.size());
    svg.setViewBox(plot.rect());
    svg.setTitle(plot.content().name);
    svg.setDescription(plot.content().description);
    QPainter painter;
    if (!painter.begin(&svg)) return false;
    plot.draw(painter, plot.rect());
    return painter.end();
}

bool write_pdf(Plot& plot, QIODevice& file) {
    QPdfWriter pdf{&file};
    pdf.setTitle(plot.content().name);
    pdf.setPageSize(QPageSize{QSizeF{plot.size()} * kPointsPerPixel, QPageSize::Point});
    pdf.setPageMargins(QMarginsF{});
    QPainter painter;
    if (!painter.begin(&pdf)) return false;
    plot.draw(painter, QRectF{0, 0, static_cast<double>(pdf.width()), static_cast<double>(pdf.height())});
    return painter.end();
}

}  // namespace

QImage image_of(Plot& plot, double scale) {
    QImage image{(QSizeF{plot.size()} * scale).toSize(), QImage::Format_ARGB32_Premultiplied};
    image.fill(theme_of(plot.palette()).surface);
    QPainter painter{&image};
    plot.draw(painter, QRectF{image.rect()});
    return image;
}

bool write_picture(Plot& plot, const QString& path) {
    QSaveFile file{path};
    if (!file.open(QIODevice::WriteOnly)) return false;
    bool written = false;
    if (path.endsWith(QStringLiteral(".png"), Qt::CaseInsensitive)) written = write_png(plot, file);
    if (path.endsWith(QStringLiteral(".svg"), Qt::CaseInsensitive)) written = write_svg(plot, file);
    if (path.endsWith(QStringLiteral(".pdf"), Qt::CaseInsensitive)) written = write_pdf(plot, file);
    if (!written) file.cancelWriting();
    return written && file.commit();
}

}  // namespace firn::gui
