using Seminar.Contracts.Themes;
using Seminar.Contracts.Workshops;
using Seminar.Synthesis.Themes;
using Seminar.Topics.Detection;

namespace Seminar.Synthesis.Features.TransversalSynthesis.Finding;

/// <summary>
/// Keeps what was read of the themes, so that asking again costs what has changed since: themes say whether they brought something
/// new, a text is read once, and an unchanged seminar is not looked at again.
/// </summary>
internal sealed class SynthesisIndex : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private Dictionary<string, Contribution> _held = [];
    private IReadOnlyList<ThemeDescription> _described = [];
    private Vocabulary _vocabulary = Vocabulary.Of([]);
    private TopicIndex _index = Vocabulary.Of([]).NewIndex();
    private FoundTopics? _found;

    public async Task<FoundTopics> FindAsync(EveryTheme themes, IThemes running, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            var answers = await themes.AskAsync(theme => new GetContribution(_held.GetValueOrDefault(theme.Key)?.Version), cancel);
            var learnt = Learn(running.Running);
            var changed = Keep(answers) || learnt;
            if (changed || _found is null || !_found.Missing.SequenceEqual(answers.Missing))
            {
                _found = new FoundTopics(
                    changed || _found is null ? Find(answers) : _found.Findings, [.. answers.Given.Select(answer => answer.Theme)], answers.Missing, _vocabulary.Topics, _vocabulary.Faults);
            }

            return _found;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    // A theme that came, went or was replaced may bring other words: everything is read anew.
    private bool Learn(IReadOnlyList<IRunningTheme> running)
    {
        var described = running.Select(theme => theme.Description).ToList();
        if (described.SequenceEqual(_described))
        {
            return false;
        }

        _described = described;
        _vocabulary = Vocabulary.Of(running);
        _index = _vocabulary.NewIndex();
        return true;
    }

    private bool Keep(Answers<Contribution> answers)
    {
        var held = answers.Given.ToDictionary(
            answer => answer.Theme.Key,
            answer => answer.Content.Items is null ? _held[answer.Theme.Key] : answer.Content);
        var changed = held.Count != _held.Count || held.Any(each => !_held.TryGetValue(each.Key, out var before) || !ReferenceEquals(before, each.Value));
        _held = held;
        return changed;
    }

    private Findings Find(Answers<Contribution> answers)
    {
        _index.Set(answers.Given.Select(answer => (answer.Theme.Key, _held[answer.Theme.Key].Items!)));
        return _index.Find();
    }
}
