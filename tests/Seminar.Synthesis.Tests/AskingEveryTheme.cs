using Microsoft.Extensions.Logging.Abstractions;
using Seminar.Contracts.Themes;
using Seminar.Contracts.Workshops;
using Seminar.Synthesis.Themes;

namespace Seminar.Synthesis.Tests;

public sealed class AskingEveryTheme
{
    [Fact]
    public async Task Names_those_that_fail_hang_block_or_are_off_and_keeps_the_answers_of_the_others()
    {
        using var end = new ManualResetEventSlim();
        var themes = new FakeThemes(
            FakeTheme.With("answers"),
            new FakeTheme("throws", _ => throw new InvalidOperationException("non")),
            new FakeTheme("hangs", _ => new TaskCompletionSource<WorkshopDocument?>().Task),
            new FakeTheme("blocks", _ =>
            {
                end.Wait(CancellationToken.None);
                return Task.FromResult<WorkshopDocument?>(null);
            }),
            new FakeTheme("off", _ => Task.FromResult<WorkshopDocument?>(null), ThemeState.Disabled),
            new FakeTheme("broken", _ => Task.FromResult<WorkshopDocument?>(null), ThemeState.Failed));

        var answers = await new EveryTheme(themes, NullLogger<EveryTheme>.Instance).AskAsync(() => new GetWorkshop(), CancellationToken.None);

        answers.Given.Select(answer => answer.Theme.Key).Should().Equal("answers");
        answers.Missing.Should().BeEquivalentTo(new MissingTheme[]
        {
            new("throws", "a répondu par une erreur"),
            new("hangs", "n’a pas répondu à temps"),
            new("blocks", "n’a pas répondu à temps"),
            new("off", "désactivée", IsDisabled: true),
            new("broken", "en panne"),
        });
        end.Set();
    }

    [Fact]
    public async Task Gives_up_when_the_reader_does()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        var themes = new EveryTheme(new FakeThemes(FakeTheme.With("answers")), NullLogger<EveryTheme>.Instance);

        await FluentActions.Awaiting(() => themes.AskAsync(() => new GetWorkshop(), gone.Token)).Should().ThrowAsync<OperationCanceledException>();
    }
}
