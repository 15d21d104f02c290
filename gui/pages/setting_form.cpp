#include "gui/pages/setting_form.hpp"

#include "gui/document/scenario_document.hpp"
#include "gui/models/settings_model.hpp"
#include "gui/pages/setting_editor.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace firn::gui {

namespace {

constexpr int kMargin = 12;

/// What is chosen says what it is; above it stands only what the choice is of.
SettingRow heading_of(const SettingRow& choice) {
    SettingRow heading;
    heading.kind = RowKind::section;
    heading.path = choice.path;
    heading.label = choice.label;
    return heading;
}

QLabel* quiet(const QString& text, QWidget* parent) {
    auto* label = new QLabel{text, parent};
    label->setProperty("quiet", true);
    label->setWordWrap(true);
    return label;
}

}  // namespace

SettingForm::SettingForm(ScenarioDocument& document, SettingsModel& model, QWidget* parent)
    : QScrollArea{parent}, document_{document}, model_{model} {
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Settings of the scenario"));
    connect(&model_, &SettingsModel::modelReset, this, &SettingForm::rebuild, Qt::QueuedConnection);
    connect(&model_, &SettingsModel::dataChanged, this,
            [this](const QModelIndex& from, const QModelIndex& to) {
                for (int row = from.row(); row <= to.row(); ++row)
                    update_row(row);
            });
    rebuild();
}

void SettingForm::show_all(bool all) {
    all_ = all;
    rebuild();
}

bool SettingForm::shows(const SettingRow& row) const {
    return all_ || !row.is_quiet || row.is_stated || !row.errors.isEmpty();
}

void SettingForm::rebuild() {
    const int scrolled = verticalScrollBar()->value();
    std::string focused;
    for (const auto& [path, editor] : editors_) {
        if (editor->isAncestorOf(focusWidget()) || editor->focusProxy()->hasFocus()) focused = path;
    }
    editors_.clear();
    auto* content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    auto* layout = new QVBoxLayout{content};
    layout->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    layout->setSpacing(0);
    for (const SettingRow& row : model_.rows())
        add(row, *layout);
    layout->addStretch();
    setWidget(content);
    verticalScrollBar()->setValue(scrolled);
    if (SettingEditor* editor = editor_of(focused)) editor->focus();
}

void SettingForm::add(const SettingRow& row, QVBoxLayout& layout) {
    switch (row.kind) {
        case RowKind::section:
            return layout.addWidget(heading(row));
        case RowKind::absent:
            if (all_ || !row.errors.isEmpty()) layout.addWidget(absent(row));
            return;
        case RowKind::choice:
            layout.addWidget(heading(heading_of(row)));
            return add_editor(row, layout);
        case RowKind::setting:
            if (shows(row)) add_editor(row, layout);
    }
}

void SettingForm::add_editor(const SettingRow& row, QVBoxLayout& layout) {
    auto* editor = new SettingEditor{row, this};
    editors_[row.path] = editor;
    connect(editor, &SettingEditor::edited, this,
            [this, path = row.path](const QString& value) { set(path, value); });
    layout.addWidget(editor);
}

QWidget* SettingForm::heading(const SettingRow& row) {
    auto* box = new QWidget{this};
    auto* layout = new QVBoxLayout{box};
    layout->setContentsMargins(0, 18, 0, 4);
    layout->setSpacing(1);
    auto* line = new QHBoxLayout;
    auto* title = new QLabel{QStringLiteral("<b>%1</b>").arg(row.label.toHtmlEscaped()), box};
    line->addWidget(title, 1);
    if (row.can_be_removed) {
        auto* remove = new QToolButton{box};
        remove->setText(tr("Remove"));
        remove->setAutoRaise(true);
        remove->setAccessibleName(tr("Remove %1").arg(row.label));
        connect(remove, &QToolButton::clicked, this, [this, path = row.path] {
            if (!document_.remove_section(path))
                emit told(tr("This section can only be removed in the text."));
        });
        line->addWidget(remove);
    }
    layout->addLayout(line);
    if (!row.help.isEmpty()) layout->addWidget(quiet(row.help, box));
    return box;
}

QWidget* SettingForm::absent(const SettingRow& row) {
    auto* box = new QWidget{this};
    auto* layout = new QHBoxLayout{box};
    layout->setContentsMargins(0, 14, 0, 4);
    auto* add = new QPushButton{tr("Add %1").arg(row.label), box};
    connect(add, &QPushButton::clicked, this, [this, path = row.path] {
        if (!document_.add_section(path)) emit told(tr("This section can only be added in the text."));
    });
    layout->addWidget(add);
    layout->addWidget(quiet(row.help, box), 1);
    return box;
}

void SettingForm::update_row(int row) {
    const SettingRow& changed = model_.rows()[static_cast<std::size_t>(row)];
    SettingEditor* editor = editor_of(changed.path);
    if (editor != nullptr) {
        editor->show_row(changed);
    } else if (changed.kind == RowKind::setting && shows(changed)) {
        QMetaObject::invokeMethod(this, &SettingForm::rebuild, Qt::QueuedConnection);
    }
}

void SettingForm::set(const std::string& path, const QString& value) {
    const int row = model_.row_of(path);
    if (row >= 0 && model_.set_value(row, value)) return;
    emit told(tr("%1 can only be set in the text here.").arg(QString::fromStdString(path)));
    if (row >= 0) update_row(row);
}

SettingEditor* SettingForm::editor_of(const std::string& path) const {
    const auto found = editors_.find(path);
    return found == editors_.end() ? nullptr : found->second;
}

void SettingForm::go_to(const std::string& path) {
    SettingEditor* editor = editor_of(path);
    if (editor == nullptr) return;
    ensureWidgetVisible(editor);
    editor->focus();
}

}  // namespace firn::gui
