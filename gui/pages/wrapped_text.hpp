#pragma once

#include <QColor>
#include <QString>
#include <QTextEdit>

namespace firn::gui {

/// Text that can be selected and copied, on as many lines as it needs. A word without end, such as a path, is
/// broken where there is no room for it; what is copied is the text as it is.
class WrappedText : public QTextEdit {
    Q_OBJECT

  public:
    explicit WrappedText(QWidget* parent = nullptr);

    void show_text(const QString& text);
    [[nodiscard]] const QString& text() const { return text_; }
    /// On a ground of its own, with room around it.
    void stand_on(const QColor& ground, const QColor& ink);
    /// At most so high; what is longer is scrolled.
    void keep_below(int height);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

  protected:
    void wheelEvent(QWheelEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    /// Who goes by keys sees which text has the focus.
    void show_focus(bool has_focus);

    QString text_{};
    QColor ground_{};
};

/// The same for text that is longer than its place: it is scrolled. `name` is read aloud.
[[nodiscard]] QTextEdit* new_scrolled_text(const QString& name, QWidget* parent);

}  // namespace firn::gui
