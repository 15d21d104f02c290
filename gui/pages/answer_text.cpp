#include "gui/pages/answer_text.hpp"

#include "gui/text.hpp"

#include <QObject>

namespace firn::gui {

QStringList texts_of(const std::vector<std::string>& sentences) {
    QStringList texts;
    for (const std::string& sentence : sentences)
        texts += localised_sentence(sentence);
    return texts;
}

QString paragraphs(const QStringList& sentences, const QStringList& assumptions) {
    QString html;
    for (const QString& sentence : sentences.mid(1))
        html += QStringLiteral("<p style='margin:0 0 6px 0'>%1</p>").arg(unbroken(sentence).toHtmlEscaped());
    if (assumptions.isEmpty()) return html;
    html += QStringLiteral("<p style='margin:10px 0 4px 0'><b>%1</b></p>").arg(QObject::tr("Assumptions"));
    for (const QString& assumption : assumptions)
        html +=
            QStringLiteral("<p style='margin:0 0 6px 0'>%1</p>").arg(unbroken(assumption).toHtmlEscaped());
    return html;
}

}  // namespace firn::gui
