using MediatR;

namespace Seminar.Contracts.Themes;

/// <summary>The themes of this host, for whoever stands on top of them and must not know their names.</summary>
public interface IThemes
{
    /// <summary>The themes that serve now, in their order. A snapshot: it does not change under the caller.</summary>
    IReadOnlyList<IRunningTheme> Running { get; }

    /// <summary>Every theme that was found, running or not, in order.</summary>
    IReadOnlyList<ThemeStatus> All { get; }
}

/// <summary>A theme that serves.</summary>
public interface IRunningTheme
{
    /// <summary>Who it is.</summary>
    ThemeIdentity Identity { get; }

    /// <summary>What it adds to shared pages.</summary>
    ThemeDescription Description { get; }

    /// <summary>Sends a contract request to the theme's own mediator, in a scope of its own.</summary>
    /// <typeparam name="TAnswer">Type of the answer.</typeparam>
    /// <param name="question">A request defined in Seminar.Contracts, or in the theme itself.</param>
    /// <param name="cancel">Cancels the question; a caller that must not wait for a hanging theme adds its own limit.</param>
    /// <returns>The theme's answer.</returns>
    /// <exception cref="ThemeUnavailableException">The theme was switched off in between.</exception>
    Task<TAnswer> AskAsync<TAnswer>(IRequest<TAnswer> question, CancellationToken cancel);
}

/// <summary>The theme no longer serves: it was disabled or replaced while it was being asked.</summary>
public sealed class ThemeUnavailableException : Exception
{
    /// <summary>Creates the exception without a text.</summary>
    public ThemeUnavailableException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">A French sentence that names the theme.</param>
    public ThemeUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">A French sentence that names the theme.</param>
    /// <param name="innerException">The cause.</param>
    public ThemeUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
