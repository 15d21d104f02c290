#pragma once

#include "gui/pages/wrapped_text.hpp"

#include <QLabel>
#include <QString>
#include <QStringList>
#include <QWidget>

namespace firn::gui {

/// Everything in words that a person sees on a page, apart from tables and charts.
[[nodiscard]] inline QStringList shown_texts(const QWidget& page) {
    QStringList texts;
    for (const auto* label : page.findChildren<QLabel*>()) {
        if (label->isVisibleTo(&page)) texts += label->text();
    }
    for (const auto* text : page.findChildren<QTextEdit*>()) {
        const auto* wrapped = qobject_cast<const WrappedText*>(text);
        if (text->isVisibleTo(&page)) texts += wrapped != nullptr ? wrapped->text() : text->toPlainText();
    }
    return texts;
}

/// The same as one text.
[[nodiscard]] inline QString said_on(const QWidget& page) {
    return shown_texts(page).join(QLatin1Char{'\n'});
}

}  // namespace firn::gui
