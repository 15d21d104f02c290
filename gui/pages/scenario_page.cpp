#include "gui/pages/scenario_page.hpp"

#include "gui/document/scenario_document.hpp"
#include "gui/models/settings_model.hpp"
#include "gui/pages/setting_form.hpp"
#include "gui/pages/text_editor.hpp"
#include "gui/pages/wrapped_text.hpp"
#include "gui/text.hpp"

#include <QCheckBox>
#include <QListWidget>
#include <QSplitter>
#include <QVBoxLayout>

namespace firn::gui {

namespace {

constexpr int kMargin = 16;
constexpr int kFaultsHeight = 110;

QString fault_line(const Diagnostic& fault) {
    const QString place = fault.where.line > 0 ? QObject::tr("line %1: ").arg(fault.where.line) : QString{};
    const QString remedy = fault.remedy.empty() ? QString{} : QStringLiteral(" – ") + from_utf8(fault.remedy);
    return place + from_utf8(fault.what) + remedy;
}

/// A usage file has no scenario, and nothing that is wrong with it.
QString state_without_scenario(int faults) {
    if (faults == 0) return QObject::tr("No scenario is open");
    if (faults == 1) return QObject::tr("This scenario cannot be run yet: one thing to mend");
    return QObject::tr("This scenario cannot be run yet: %1 things to mend").arg(faults);
}

}  // namespace

ScenarioPage::ScenarioPage(ScenarioDocument& document, QWidget* parent)
    : Page{QStringLiteral("scenario"), tr("Scenario"), parent},
      document_{document},
      model_{new SettingsModel{document, this}},
      form_{new SettingForm{document, *model_, this}},
      editor_{new TextEditor{document, this}},
      state_{new WrappedText{this}},
      faults_{new QListWidget{this}} {
    state_->setObjectName(QStringLiteral("answer"));
    state_->setAccessibleName(tr("What the scenario is about"));
    auto* halves = new QSplitter{this};
    halves->addWidget(make_left());
    halves->addWidget(make_right());
    halves->setSizes({kMargin * 36, kMargin * 33});
    halves->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    layout->addWidget(state_);
    layout->addWidget(halves, 1);
    connect(form_, &SettingForm::told, this, &Page::told);
    connect(faults_, &QListWidget::itemActivated, this, [this] { go_to_fault(faults_->currentRow()); });
    connect(faults_, &QListWidget::itemClicked, this, [this] { go_to_fault(faults_->currentRow()); });
    connect(&document_, &ScenarioDocument::changed, this, &ScenarioPage::follow);
    follow();
}

QWidget* ScenarioPage::make_left() {
    auto* left = new QFrame{this};
    left->setProperty("card", true);
    auto* all = new QCheckBox{tr("&All settings, also those that few scenarios need"), left};
    connect(all, &QCheckBox::toggled, form_, &SettingForm::show_all);
    auto* layout = new QVBoxLayout{left};
    layout->setContentsMargins(2, 8, 2, 2);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(kMargin - 4, 0, kMargin, 0);
    row->addWidget(all);
    layout->addLayout(row);
    layout->addWidget(form_, 1);
    return left;
}

QWidget* ScenarioPage::make_right() {
    faults_->setAccessibleName(tr("What is wrong with the scenario"));
    faults_->setFixedHeight(kFaultsHeight);
    faults_->setWordWrap(true);
    auto* right = new QWidget{this};
    auto* layout = new QVBoxLayout{right};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(editor_, 1);
    layout->addWidget(faults_);
    return right;
}

QStringList ScenarioPage::sentences() const { return {state_->text()}; }

void ScenarioPage::follow() {
    const auto& reading = document_.reading();
    faults_->clear();
    for (const PlacedDiagnostic& placed : reading.diagnostics)
        faults_->addItem(fault_line(placed.diagnostic));
    faults_->setVisible(faults_->count() > 0);
    if (reading.scenario) {
        const scenario::Scenario& scenario = *reading.scenario;
        const QString name = scenario.name.empty() ? document_.title() : from_utf8(scenario.name);
        state_->show_text(scenario.description.empty() ? name : from_utf8(scenario.description));
    } else {
        state_->show_text(state_without_scenario(faults_->count()));
    }
}

void ScenarioPage::go_to_fault(int row) {
    const auto& diagnostics = document_.reading().diagnostics;
    if (row < 0 || static_cast<std::size_t>(row) >= diagnostics.size()) return;
    const PlacedDiagnostic& placed = diagnostics[static_cast<std::size_t>(row)];
    form_->go_to(placed.setting);
    editor_->go_to(placed.diagnostic.where.line, placed.diagnostic.where.column);
}

}  // namespace firn::gui
