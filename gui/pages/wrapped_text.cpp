#include "gui/pages/wrapped_text.hpp"

#include "gui/text.hpp"
#include "gui/theme.hpp"

#include <QScrollBar>
#include <QTextDocument>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <memory>

namespace firn::gui {

namespace {

constexpr int kLeastWidth = 40;
constexpr int kUsualWidth = 400;
constexpr int kGroundMargin = 8;
constexpr int kScrolledMargin = 4;  // beside the scroll bar

void be_for_reading(QTextEdit& text) {
    text.setReadOnly(true);
    text.setAcceptDrops(false);  // what is dropped is the page's
    text.setTabChangesFocus(true);
    text.setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text.setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    text.document()->setDocumentMargin(0);
}

}  // namespace

WrappedText::WrappedText(QWidget* parent) : QTextEdit{parent} {
    be_for_reading(*this);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    QSizePolicy policy{QSizePolicy::Preferred, QSizePolicy::Preferred};
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void WrappedText::show_text(const QString& text) {
    if (text == text_) return;
    text_ = text;
    setPlainText(unbroken(text));
    updateGeometry();
}

void WrappedText::stand_on(const QColor& ground, const QColor& ink) {
    ground_ = ground;
    document()->setDocumentMargin(kGroundMargin);
    QPalette colours = palette();
    colours.setColor(QPalette::Text, ink);
    setPalette(colours);
    show_focus(hasFocus());
}

void WrappedText::keep_below(int height) {
    setMaximumHeight(height);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
}

int WrappedText::heightForWidth(int width) const {
    const std::unique_ptr<QTextDocument> measured{document()->clone()};
    measured->setDefaultFont(font());
    measured->setTextWidth(std::max(1, width - 2 * frameWidth()));
    return static_cast<int>(std::ceil(measured->size().height())) + 2 * frameWidth();
}

QSize WrappedText::sizeHint() const { return {kUsualWidth, heightForWidth(kUsualWidth)}; }

QSize WrappedText::minimumSizeHint() const { return {kLeastWidth, fontMetrics().height()}; }

/// Where there is nothing to scroll, what is around it may be scrolled.
void WrappedText::wheelEvent(QWheelEvent* event) {
    verticalScrollBar()->isVisible() ? QTextEdit::wheelEvent(event) : event->ignore();
}

void WrappedText::focusInEvent(QFocusEvent* event) {
    QTextEdit::focusInEvent(event);
    show_focus(true);
}

void WrappedText::focusOutEvent(QFocusEvent* event) {
    QTextEdit::focusOutEvent(event);
    show_focus(false);
}

void WrappedText::changeEvent(QEvent* event) {
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange) updateGeometry();
}

void WrappedText::show_focus(bool has_focus) {
    QPalette colours = palette();
    colours.setColor(QPalette::Base, has_focus ? theme_of(palette()).line : ground_);
    viewport()->setPalette(colours);
    viewport()->setAutoFillBackground(has_focus || ground_.isValid());
}

QTextEdit* new_scrolled_text(const QString& name, QWidget* parent) {
    auto* text = new QTextEdit{parent};
    be_for_reading(*text);
    text->setAccessibleName(name);
    text->setProperty("scrolled", true);
    text->document()->setDocumentMargin(kScrolledMargin);
    text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return text;
}

}  // namespace firn::gui
