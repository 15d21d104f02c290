#include "gui/pages/setting_editor.hpp"

#include "gui/theme.hpp"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace firn::gui {

namespace {

constexpr int kNameWidth = 150;
constexpr int kNameDrop = 5;  // so that it stands beside the text of its field

QString name_of(const SettingRow& row) {
    return row.kind == RowKind::choice ? QObject::tr("Kind") : row.label;
}

/// What it is, and what it may be: "How many workers pull files. Default 4; 1 to 65536".
QString help_of(const SettingRow& row) {
    QStringList limits;
    if (row.is_required) limits += QObject::tr("must be stated");
    if (!row.fallback.isEmpty()) limits += QObject::tr("default %1").arg(row.fallback);
    if (!row.range.isEmpty()) limits += row.range;
    if (limits.isEmpty()) return row.help;
    return row.help + QStringLiteral(" (%1)").arg(limits.join(QStringLiteral("; ")));
}

QLabel* quiet_label(QWidget* parent) {
    auto* label = new QLabel{parent};
    label->setProperty("quiet", true);
    label->setWordWrap(true);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * 0.9);
    label->setFont(font);
    return label;
}

}  // namespace

SettingEditor::SettingEditor(const SettingRow& row, QWidget* parent)
    : QWidget{parent},
      path_{row.path},
      name_{new QLabel{name_of(row), this}},
      reset_{new QToolButton{this}},
      help_{quiet_label(this)},
      error_{new QLabel{this}} {
    name_->setFixedWidth(kNameWidth);
    name_->setWordWrap(true);
    name_->setContentsMargins(0, kNameDrop, 0, 0);
    error_->setWordWrap(true);
    reset_->setText(QStringLiteral("↺"));
    reset_->setAutoRaise(true);
    reset_->setToolTip(tr("Back to the default"));
    reset_->setAccessibleName(tr("Back to the default of %1").arg(row.label));
    QWidget* field = nullptr;
    if (row.choices.isEmpty()) {
        field = line_ = new QLineEdit{this};
        line_->setAcceptDrops(false);  // files that are dropped are the window's
        connect(line_, &QLineEdit::editingFinished, this, [this] { commit(line_->text()); });
    } else {
        field = choice_ = new QComboBox{this};
        choice_->addItems(row.choices);
        choice_->setEditable(!row.takes_only_choices);
        choice_->setPlaceholderText(tr("Choose …"));
        choice_->installEventFilter(this);
        connect(choice_, &QComboBox::activated, this, [this] { commit(choice_->currentText()); });
        if (choice_->lineEdit() != nullptr)
            connect(choice_->lineEdit(), &QLineEdit::editingFinished, this,
                    [this] { commit(choice_->currentText()); });
    }
    field->setAccessibleName(row.label);
    field->setAccessibleDescription(row.help);
    name_->setBuddy(field);
    setFocusProxy(field);
    auto* grid = new QGridLayout{this};
    grid->setContentsMargins(0, 3, 0, 5);
    grid->setVerticalSpacing(2);
    grid->addWidget(name_, 0, 0, Qt::AlignTop);
    grid->addWidget(field, 0, 1);
    grid->addWidget(reset_, 0, 2);
    grid->addWidget(error_, 1, 1);
    grid->addWidget(help_, 2, 1);
    grid->setColumnStretch(1, 1);
    connect(reset_, &QToolButton::clicked, this, [this] { emit edited({}); });
    show_row(row);
}

void SettingEditor::show_row(const SettingRow& row) {
    shown_ = row.value;
    if (line_ != nullptr) {
        line_->setText(row.value);
        line_->setPlaceholderText(row.fallback);
        if (!line_->hasFocus()) line_->setCursorPosition(0);
    } else if (choice_->isEditable()) {
        choice_->setEditText(row.value);
    } else {
        choice_->setCurrentIndex(choice_->findText(row.value));
    }
    QFont font = name_->font();
    font.setWeight(row.is_stated ? QFont::DemiBold : QFont::Normal);
    name_->setFont(font);
    help_->setText(help_of(row));
    reset_->setEnabled(row.is_stated && !row.is_required && row.kind != RowKind::choice);
    error_->setText(row.errors.join(QLatin1Char{'\n'}));
    error_->setVisible(!row.errors.isEmpty());
    const Theme theme = theme_of(palette());
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, theme.error);
    error_->setPalette(colours);
}

/// Who scrolls the form over a choice does not mean to change it.
bool SettingEditor::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::Wheel) return QWidget::eventFilter(watched, event);
    event->ignore();
    return true;
}

void SettingEditor::focus() { setFocus(Qt::OtherFocusReason); }

void SettingEditor::commit(const QString& value) {
    if (value != shown_) emit edited(value);
}

}  // namespace firn::gui
