#include "gui/pages/pipeline_page.hpp"

#include "core/report/simulation_report.hpp"
#include "gui/charts/plot.hpp"
#include "gui/models/table_model.hpp"
#include "gui/pages/pool_panel.hpp"
#include "gui/text.hpp"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <utility>

namespace firn::gui {

namespace {

constexpr int kColumns = 2;

/// The sentences with which an answer begins, before its tables.
QStringList opening_of(const QString& answer) {
    return answer.left(answer.indexOf(QStringLiteral("\n\n"))).split(QLatin1Char{'\n'});
}

}  // namespace

PipelinePage::PipelinePage(ScenarioDocument& document, QWidget* parent)
    : AnswerPage{QStringLiteral("pipeline"), tr("Pipeline"), document, parent},
      grains_{new QComboBox{this}},
      grid_{new QGridLayout},
      tabs_{new QTabWidget{this}},
      pools_{new PoolPanel{this}} {
    tabs_->setDocumentMode(true);
    tabs_->tabBar()->setAccessibleName(tr("Charts or pools"));
    tabs_->addTab(make_charts(), tr("Charts"));
    tabs_->addTab(pools_, tr("Pools"));
    body()->addWidget(tabs_, 1);
    connect(pools_, &PoolPanel::settled, this, &PipelinePage::settled);
}

QWidget* PipelinePage::make_charts() {
    grains_->addItem(tr("Days, all of them"), static_cast<int>(Grain::days));
    grains_->addItem(tr("Hours of the last 62 days"), static_cast<int>(Grain::hours));
    grains_->addItem(tr("Minutes of the last day"), static_cast<int>(Grain::minutes));
    grains_->setAccessibleName(tr("How finely to look"));
    auto* label = new QLabel{tr("&Look at"), this};
    label->setBuddy(grains_);
    auto* row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(grains_);
    row->addStretch();
    auto* hint = new QLabel{tr("Wheel zooms, dragging moves, a double click shows all"), this};
    hint->setProperty("quiet", true);
    row->addWidget(hint);
    grid_->setSpacing(8);
    auto* charts = new QWidget{this};
    auto* layout = new QVBoxLayout{charts};
    layout->setContentsMargins(0, 8, 0, 0);
    layout->addLayout(row);
    layout->addLayout(grid_, 1);
    connect(grains_, &QComboBox::activated, this,
            [this](int index) { look_at(static_cast<Grain>(grains_->itemData(index).toInt())); });
    return charts;
}

/// All have one axis of time: where one is zoomed to, the others are.
void PipelinePage::add_plot() {
    auto* added = new Plot{this};
    const auto n = static_cast<int>(plots_.size());
    grid_->addWidget(added, n / kColumns, n % kColumns);
    plots_.push_back(added);
    connect(added, &Plot::range_changed, this, [this, added](double from, double to) {
        for (Plot* plot : plots_) {
            if (plot != added) plot->show_range(from, to);
        }
    });
}

QString PipelinePage::purpose() const {
    return tr("How files pass the fetchers and the uploaders is simulated for a scenario.");
}

RunWorker::Work PipelinePage::work_on(Question question) {
    return [this, question = std::move(question)](RunContext& context) {
        return delivery_of(answer_run(question, true, context),
                           [this, question](const std::shared_ptr<const RunAnswer>& answer) {
                               show_answer(answer, question);
                           });
    };
}

void PipelinePage::show_answer(std::shared_ptr<const RunAnswer> answer, const Question& question) {
    answer_ = std::move(answer);
    const report::SimulationReport shown{answer_->scenario, answer_->simulation, answer_->reading,
                                         answer_->provenance};
    const QStringList sentences = opening_of(localised_sentence(report::simulation_text(shown)));
    show_sentences(sentences, {localised_sentence(answer_->reading)}, answer_->provenance);
    show_notes(answer_->notes);
    pools_->be_about(question);
    look_at(static_cast<Grain>(grains_->currentData().toInt()));
}

void PipelinePage::look_at(Grain grain) {
    if (!answer_) return;
    grains_->setCurrentIndex(grains_->findData(static_cast<int>(grain)));
    std::vector<PlotContent> contents = plots_of(*answer_->series, answer_->scenario.start, grain);
    while (plots_.size() < contents.size())
        add_plot();
    for (std::size_t i = 0; i < contents.size(); ++i)
        plots_[i]->show_content(std::move(contents[i]));
}

bool PipelinePage::is_settled() const { return AnswerPage::is_settled() && !pools_->is_running(); }

void PipelinePage::cancel() {
    AnswerPage::cancel();
    pools_->cancel();
}

QStringList PipelinePage::sentences() const {
    QStringList sentences = AnswerPage::sentences();
    return sentences.isEmpty() ? sentences : sentences + pools_->sentences();
}

void PipelinePage::show_view(const QString& /*view*/) { tabs_->setCurrentWidget(pools_); }

std::vector<Exhibit> PipelinePage::exhibits() const {
    std::vector<Exhibit> exhibits;
    for (Plot* plot : plots_)
        exhibits.push_back({plot->content().name, plot, nullptr});
    if (pools_->answer() != nullptr) exhibits.push_back({tr("Pools"), nullptr, &pools_->table()});
    return exhibits;
}

}  // namespace firn::gui
