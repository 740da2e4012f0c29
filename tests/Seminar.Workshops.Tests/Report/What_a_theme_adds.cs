using MediatR;
using Microsoft.Extensions.Logging.Abstractions;
using Seminar.Contracts.Reports;
using Seminar.Contracts.Themes;
using Seminar.Contracts.Workshops;
using Seminar.Workshops.Features.Report;

namespace Seminar.Workshops.Tests.Report;

/// <summary>The sections that a theme adds to its chapter: one that fails costs its own place only.</summary>
public sealed class What_a_theme_adds
{
    [Fact]
    public async Task A_section_that_throws_or_hangs_leaves_the_others()
    {
        await using var theme = new TestTheme("mobility");
        await theme.Replace(Seeds.Document("mobility"));
        var description = new ThemeDescription()
            .AddReportSection("Échoue", () => new Ask("throws"), Text)
            .AddReportSection("Attend", () => new Ask("hangs"), Text)
            .AddReportSection("Va bien", () => new Ask("trois dispositifs"), Text);

        var content = await new GetReportContentHandler(theme.Database, new Answering(theme), theme.Identity, description, NullLogger<GetReportContentHandler>.Instance)
            .Handle(new GetReportContent(), CancellationToken.None);

        content!.Sections.Select(section => (section.Title, ((ReportText)section.Blocks.Single()).Tone)).Should().Equal(
            ("Échoue", ReportTone.Remark), ("Attend", ReportTone.Remark), ("Va bien", ReportTone.Plain));
        content.Workshop.Title.Should().Be("Agir sur la mobilité des jeunes");
        content.Standing.Should().Be(ReportStanding.Draft);
    }

    private static IReadOnlyList<ReportBlock> Text(string answer) => [new ReportText(answer)];

    private sealed record Ask(string What) : IRequest<string>;

    /// <summary>A theme's mediator, as far as it is asked here.</summary>
    private sealed class Answering(TestTheme theme) : IMediator
    {
        public async Task<TResponse> Send<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default)
        {
            switch (request)
            {
                case GetWorkshop:
                    return (TResponse)(object)(await theme.Get())!;
                case Ask { What: "throws" }:
                    throw new InvalidOperationException("la section échoue");
                case Ask { What: "hangs" }:
                    await Task.Delay(Timeout.Infinite, CancellationToken.None);
                    break;
            }

            return (TResponse)(object)((Ask)(object)request).What;
        }

        public Task<object?> Send(object request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task Publish(object notification, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task Publish<TNotification>(TNotification notification, CancellationToken cancellationToken = default)
            where TNotification : INotification => throw new NotSupportedException();
    }
}
