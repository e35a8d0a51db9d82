package main

import (
	"os"

	"google.golang.org/adk/tool"
	"google.golang.org/adk/tool/functiontool"
)

type noteArgs struct {
	Name string `json:"name"`
	Text string `json:"text"`
}

type noteResult struct {
	Status string `json:"status"`
}

func saveNote(_ tool.Context, args noteArgs) (noteResult, error) {
	if err := os.WriteFile(args.Name+".md", []byte(args.Text), 0o600); err != nil {
		return noteResult{}, err
	}
	return noteResult{Status: "saved"}, nil
}

func noteTool() (tool.Tool, error) {
	return functiontool.New(functiontool.Config{Name: "save_note", Description: "Save a note."}, saveNote)
}
