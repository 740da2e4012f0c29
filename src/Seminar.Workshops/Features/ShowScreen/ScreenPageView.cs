using Seminar.Contracts.Themes;
using Seminar.Workshops.Features.ReadBoard;

namespace Seminar.Workshops.Features.ShowScreen;

/// <summary>The room's screen, as anyone who reads the workshop may see it.</summary>
public sealed record ScreenPageView(ThemeIdentity Theme, BoardState Board);
