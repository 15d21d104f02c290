#include "gui/export/report_pdf.hpp"

#include "gui/charts/plot.hpp"
#include "gui/export/picture.hpp"
#include "gui/page.hpp"

#include <QAbstractItemModel>
#include <QMarginsF>
#include <QPageSize>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextDocument>
#include <QUrl>

namespace firn::gui {

namespace {

constexpr int kResolution = 144;  // pixels an inch: charts stay sharp, the file small
constexpr double kMargin = 16;    // millimetres
constexpr double kChartScale = 2.5;

/// Collects the report as rich text, with its charts as images.
class Report {
  public:
    explicit Report(const QString& title) {
        document_.setDefaultStyleSheet(QStringLiteral(
            "body { color: #1c2530; font-size: 9pt } h1 { font-size: 17pt } h2 { font-size: 12pt } "
            "p.answer { font-size: 11pt; font-weight: 600 } td, th { padding: 2px 8px 2px 0; font-size: 8pt "
            "} "
            "th { color: #5b6673; font-weight: normal } p.quiet { color: #5b6673; font-size: 8pt }"));
        html_ = QStringLiteral("<h1>%1</h1>").arg(title.toHtmlEscaped());
    }

    void add(const Page& page) {
        const QStringList sentences = page.sentences();
        if (sentences.isEmpty()) return;
        html_ += QStringLiteral("<h2>%1</h2><p class='answer'>%2</p>")
                     .arg(page.title().toHtmlEscaped(), sentences.constFirst().toHtmlEscaped());
        for (const QString& sentence : sentences.mid(1))
            html_ += QStringLiteral("<p>%1</p>").arg(sentence.toHtmlEscaped());
        for (const Exhibit& exhibit : page.exhibits()) {
            if (exhibit.plot != nullptr) add(*exhibit.plot);
        }
        for (const Exhibit& exhibit : page.exhibits()) {
            if (exhibit.table != nullptr) add(*exhibit.table);
        }
        add_list(QObject::tr("Assumptions"), page.assumptions());
        add_list(QObject::tr("Notes"), page.notes());
        html_ += QStringLiteral("<p class='quiet'>%1</p>").arg(page.provenance().toHtmlEscaped());
    }

    void print(QPdfWriter& pdf) {
        document_.setHtml(QStringLiteral("<body>%1</body>").arg(html_));
        document_.print(&pdf);
    }

  private:
    void add(Plot& plot) {
        const QImage image = image_of(plot, kChartScale);
        const QUrl name{QStringLiteral("chart:%1").arg(++charts_)};
        document_.addResource(QTextDocument::ImageResource, name, image);
        html_ += QStringLiteral("<p><img src='%1' width='%2'></p>").arg(name.toString()).arg(kShownWidth);
    }

    void add(const QAbstractItemModel& table) {
        html_ += QStringLiteral("<table><tr>");
        for (int column = 0; column < table.columnCount(); ++column)
            html_ +=
                QStringLiteral("<th align='left'>%1</th>")
                    .arg(
                        table.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().toHtmlEscaped());
        html_ += QStringLiteral("</tr>");
        for (int row = 0; row < table.rowCount(); ++row) {
            html_ += QStringLiteral("<tr>");
            for (int column = 0; column < table.columnCount(); ++column)
                html_ += QStringLiteral("<td>%1</td>")
                             .arg(table.index(row, column).data(Qt::DisplayRole).toString().toHtmlEscaped());
            html_ += QStringLiteral("</tr>");
        }
        html_ += QStringLiteral("</table>");
    }

    void add_list(const QString& title, const QStringList& items) {
        if (items.isEmpty()) return;
        html_ += QStringLiteral("<p><b>%1</b></p><ul>").arg(title);
        for (const QString& item : items)
            html_ += QStringLiteral("<li>%1</li>").arg(item.toHtmlEscaped());
        html_ += QStringLiteral("</ul>");
    }

    static constexpr int kShownWidth = 640;  // of the document's own pixels, 96 an inch

    QTextDocument document_;
    QString html_;
    int charts_ = 0;
};

}  // namespace

bool write_report(const QString& title, const std::vector<Page*>& pages, const QString& path) {
    QSaveFile file{path};
    if (!file.open(QIODevice::WriteOnly)) return false;
    {
        QPdfWriter pdf{&file};
        pdf.setTitle(title);
        pdf.setCreator(QStringLiteral("Firn"));
        pdf.setResolution(kResolution);
        pdf.setPageSize(QPageSize{QPageSize::A4});
        pdf.setPageMargins(QMarginsF{kMargin, kMargin, kMargin, kMargin}, QPageLayout::Millimeter);
        Report report{title};
        for (const Page* page : pages)
            report.add(*page);
        report.print(pdf);
    }
    return file.commit();
}

}  // namespace firn::gui
