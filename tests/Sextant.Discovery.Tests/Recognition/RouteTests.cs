namespace Sextant.Discovery.Tests.Recognition;

/// <summary>What applications expose, over several files.</summary>
public sealed class RouteTests
{
    private const string Service = "from openai import OpenAI\nclass Chat:\n    def answer(self, text):\n        return OpenAI().responses.create(model='gpt-4o', input=text)\n";

    [Fact]
    public void Routes_in_files_without_AI_reach_the_model_of_another_file()
    {
        var map = new Repository().WithFile("app/service.py", Service)
            .WithFile("app/routers/chat.py", """
                from fastapi import APIRouter, Depends
                from app.service import Chat
                from app.deps import CurrentUser
                router = APIRouter(prefix="/chat", tags=["chat"])
                service = Chat()
                @router.post("/ask")
                async def ask(text: str):
                    return service.answer(text)
                @router.get("/history")
                async def history(user: CurrentUser):
                    return []
                """)
            .WithFile("app/deps.py", "from typing import Annotated\nfrom fastapi import Depends\ndef get_current_user(): ...\nCurrentUser = Annotated[str, Depends(get_current_user)]\n")
            .WithFile("main.py", "from fastapi import FastAPI\nfrom app.routers import chat\napp = FastAPI()\napp.include_router(chat.router, prefix='/api/v1')\n@app.get('/health')\ndef health():\n    return 'ok'\n").Read();
        Assert.Equal("GET /api/v1/chat/history GET /health POST /api/v1/chat/ask", Repository.Facet(map, "application", "routes"));
        Assert.Equal("POST /api/v1/chat/ask", Repository.Facet(map, "application", "modelRoutes"));
        Assert.Equal("POST /api/v1/chat/ask", Repository.Facet(map, "application", "openModelRoutes"));
        Assert.Equal("mixed", Repository.Facet(map, "application", "routeAuthentication"));
    }

    [Theory]
    [InlineData("@app.post('/ask')\ndef ask(t: str, user=Depends(get_current_user)):\n    return chat(t)\n")]
    [InlineData("@app.post('/ask', dependencies=[Depends(check)])\ndef ask(t: str):\n    return chat(t)\n")]
    [InlineData("@app.post('/ask')\ndef ask(t: str, key: Annotated[str, Security(header)]):\n    return chat(t)\n")]
    [InlineData("@app.post('/ask')\ndef ask(request: Request):\n    if request.headers.get('x') != 'y':\n        raise HTTPException(401)\n    return chat('x')\n")]
    [InlineData("@app.post('/ask')\n@requires_auth\ndef ask(t: str):\n    return chat(t)\n")]
    [InlineData("@app.middleware('http')\nasync def guard(request, call_next):\n    if not request.headers.get('x'):\n        return JSONResponse({}, status_code=401)\n    return await call_next(request)\n@app.post('/ask')\ndef ask(t: str):\n    return chat(t)\n")]
    public void Authentication_is_seen_where_it_is(string routes) => Assert.Equal(("required", null), Read(routes));

    [Theory]
    [InlineData("@app.post('/ask')\ndef ask(t: str, author: str = 'x'):\n    return chat(t)\n")]
    [InlineData("@app.post('/ask')\ndef ask(t: str, db=Depends(get_db)):\n    return chat(t)\n")]
    [InlineData("@app.post('/ask')\ndef ask(t: str):\n    if not t:\n        raise HTTPException(400)\n    return chat(t)\n")]
    [InlineData("@app.middleware('http')\nasync def timing(request, call_next):\n    return await call_next(request)\n@app.post('/ask')\ndef ask(t: str):\n    return chat(t)\n")]
    public void What_is_no_authentication_is_not_taken_for_it(string routes) => Assert.Equal(("none", "POST /ask"), Read(routes));

    [Fact]
    public void An_agent_that_is_injected_is_reached()
    {
        var map = new Repository().WithFile("a.py", """
            from agents import Agent, Runner
            from fastapi import Depends, FastAPI
            app = FastAPI()
            bot = Agent(name="Bot")
            def get_bot():
                return bot
            @app.post("/run")
            async def run(text: str, agent=Depends(get_bot)):
                return await Runner.run(agent, text)
            """).Read();
        Assert.Equal("POST /run", Repository.Facet(map, "application", "modelRoutes"));
    }

    [Fact]
    public void Routes_of_programs_without_AI_are_not_recorded() =>
        Assert.Null(Repository.Facet(new Repository().WithFile("main.py", "from fastapi import FastAPI\napp = FastAPI()\n@app.get('/x')\ndef x(): ...\n").Read(), "application", "routes"));

    private static (string? Authentication, string? Open) Read(string routes)
    {
        var map = new Repository().WithFile("main.py", """
            from typing import Annotated
            from fastapi import Depends, FastAPI, HTTPException, Request, Security
            from fastapi.responses import JSONResponse
            from fastapi.security import APIKeyHeader
            from openai import OpenAI
            from db import get_db
            header = APIKeyHeader(name="x")
            app = FastAPI()
            def chat(t):
                return OpenAI().responses.create(model="gpt-4o", input=t)
            def get_current_user(): ...
            def check(key: str = Security(header)): ...
            def requires_auth(f): return f

            """ + routes).Read();
        return (Repository.Facet(map, "application", "routeAuthentication"), Repository.Facet(map, "application", "openModelRoutes"));
    }
}
