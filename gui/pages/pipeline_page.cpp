#include "gui/pages/pipeline_page.hpp"

#include "core/report/simulation_report.hpp"
#include "gui/charts/plot.hpp"
#include "gui/text.hpp"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
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
      grid_{new QGridLayout} {
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
    body()->addLayout(row);
    grid_->setSpacing(8);
    body()->addLayout(grid_, 1);
    connect(grains_, &QComboBox::activated, this,
            [this](int index) { look_at(static_cast<Grain>(grains_->itemData(index).toInt())); });
}

RunWorker::Work PipelinePage::work_on(Question question) {
    return [this, question = std::move(question)](RunContext& context) {
        return delivery_of(answer_run(question, true, context),
                           [this](const std::shared_ptr<const RunAnswer>& answer) { show_answer(answer); });
    };
}

void PipelinePage::show_answer(std::shared_ptr<const RunAnswer> answer) {
    answer_ = std::move(answer);
    const report::SimulationReport shown{answer_->scenario, answer_->simulation, answer_->reading,
                                         answer_->provenance};
    const QStringList sentences = opening_of(from_utf8(report::simulation_text(shown)));
    show_sentences(sentences, {from_utf8(answer_->reading)}, answer_->provenance);
    look_at(static_cast<Grain>(grains_->currentData().toInt()));
}

void PipelinePage::look_at(Grain grain) {
    if (!answer_) return;
    grains_->setCurrentIndex(grains_->findData(static_cast<int>(grain)));
    std::vector<PlotContent> contents = plots_of(*answer_->series, answer_->scenario.start, grain);
    while (plots_.size() < contents.size()) {
        const auto n = static_cast<int>(plots_.size());
        plots_.push_back(new Plot{this});
        grid_->addWidget(plots_.back(), n / kColumns, n % kColumns);
    }
    for (std::size_t i = 0; i < contents.size(); ++i)
        plots_[i]->show_content(std::move(contents[i]));
}

std::vector<Exhibit> PipelinePage::exhibits() const {
    std::vector<Exhibit> exhibits;
    for (Plot* plot : plots_)
        exhibits.push_back({plot->content().name, plot, nullptr});
    return exhibits;
}

}  // namespace firn::gui
